package io.switchboard.gateway.channel.messenger;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.CompositeException;
import io.smallrye.mutiny.Uni;
import io.switchboard.gateway.account.Account;
import io.switchboard.gateway.account.Secret;
import io.switchboard.gateway.problem.LogSafe;
import io.switchboard.gateway.problem.Problems;
import io.switchboard.gateway.receiving.Arrival;
import io.switchboard.gateway.receiving.NotTakenException;
import io.switchboard.gateway.receiving.Receiving;
import io.switchboard.kit.event.EventJson;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Where Meta tells what happens on pages. */
@Path("/webhooks/messenger/{app}")
public class MessengerWebhook {
    private static final Logger LOG = Logger.getLogger(MessengerWebhook.class);
    /** What Meta's documentation asks for. */
    private static final String TAKEN = "EVENT_RECEIVED";

    private final MessengerAccounts accounts;
    private final Receiving receiving;
    private final MeterRegistry metrics;

    MessengerWebhook(MessengerAccounts accounts, Receiving receiving, MeterRegistry metrics) {
        this.accounts = accounts;
        this.receiving = receiving;
        this.metrics = metrics;
    }

    /** Proves to Meta that this address is ours: whoever knows the verify token gets the challenge back. */
    @GET
    @Produces(MediaType.TEXT_PLAIN)
    public String verify(
            @PathParam("app") String app,
            @QueryParam("hub.mode") @Nullable String mode,
            @QueryParam("hub.verify_token") @Nullable String token,
            @QueryParam("hub.challenge") @Nullable String challenge) {
        boolean known = accounts.verifyTokens(app).stream().anyMatch(expected -> expected.matches(token));
        if (!known || challenge == null || !"subscribe".equals(mode)) {
            refused("verify-token");
            throw Problems.forbidden("The verify token is not this app's.");
        }
        return challenge;
    }

    /** Takes a delivery: 200 once every message in it is safe, 503 when Meta must come again. */
    @POST
    @Consumes(MediaType.WILDCARD)
    @Produces(MediaType.TEXT_PLAIN)
    public Uni<Response> take(
            @PathParam("app") String app,
            @HeaderParam(HubSignature.HEADER) @Nullable String signature,
            byte @Nullable [] body) {
        byte[] bytes = body == null ? new byte[0] : body;
        List<Secret> secrets = accounts.appSecrets(app);
        if (secrets.isEmpty()) {
            refused("unknown-app");
            throw Problems.notFound("No such app.");
        }
        if (secrets.stream().noneMatch(secret -> HubSignature.isValid(bytes, signature, secret))) {
            refused(signature == null ? "no-signature" : "bad-signature");
            throw Problems.unauthorized("The signature is not this app's over this body.");
        }
        return take(app, PageEvents.in(parse(bytes)));
    }

    private GraphNotification parse(byte[] bytes) {
        try {
            GraphNotification body = EventJson.MAPPER.readValue(bytes, GraphNotification.class);
            if (body != null) {
                return body;
            }
        } catch (JsonProcessingException e) {
            LOG.debugf("malformed webhook: %s", e.getClass().getSimpleName());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        refused("malformed");
        throw Problems.badRequest("The body is not a notification of the Graph API in strict JSON.");
    }

    private Uni<Response> take(String app, List<Finding> findings) {
        Map<Account, List<Arrival>> arrivals = new LinkedHashMap<>();
        for (Finding finding : findings) {
            Optional<Account> page = accounts.page(app, finding.page());
            switch (finding) {
                case Finding.Ignored ignored -> ignored(ignored);
                case Finding.Said said when page.isEmpty() -> unknownPage(said);
                case Finding.Said said ->
                    arrivals.computeIfAbsent(page.get(), _ -> new ArrayList<>()).add(said.arrival());
            }
        }
        if (arrivals.isEmpty()) {
            return Uni.createFrom().item(Response.ok(TAKEN).build());
        }
        List<Uni<Void>> taken = new ArrayList<>();
        arrivals.forEach((account, each) -> taken.add(receiving.take(account, each)));
        return Uni.join()
                .all(taken)
                .andCollectFailures()
                .map(_ -> Response.ok(TAKEN).build())
                .onFailure(MessengerWebhook::isNotTaken)
                .recoverWithItem(failure -> {
                    refused("not-taken");
                    LOG.warnf("app %s: a delivery was not taken: %s", app, failure.toString());
                    // Answered, not thrown: an outage must not fill the log with stack traces.
                    return Problems.comeAgain().toResponse();
                });
    }

    /** Of several accounts' failures the first is told, with the others inside. */
    private static boolean isNotTaken(Throwable failure) {
        return failure instanceof CompositeException several
                ? several.getCauses().stream().allMatch(NotTakenException.class::isInstance)
                : failure instanceof NotTakenException;
    }

    private void ignored(Finding.Ignored ignored) {
        metrics.counter("switchboard.messages.ignored", "channel", ignored.channel(), "kind", ignored.kind())
                .increment();
    }

    private void unknownPage(Finding.Said said) {
        LOG.warnf("no account for page %s: a message was acknowledged and dropped", LogSafe.id(said.page()));
        metrics.counter("switchboard.unknown.account", "channel", said.arrival().channel())
                .increment();
    }

    private void refused(String reason) {
        metrics.counter("switchboard.webhooks.refused", "channel", MessengerAccounts.CHANNEL, "reason", reason)
                .increment();
    }
}
