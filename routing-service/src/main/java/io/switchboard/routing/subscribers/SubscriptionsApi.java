package io.switchboard.routing.subscribers;

import static io.switchboard.routing.subscribers.SubscriptionAnswers.ask;
import static io.switchboard.routing.subscribers.SubscriptionAnswers.found;

import io.quarkus.security.identity.SecurityIdentity;
import io.switchboard.kit.tenancy.Caller;
import io.switchboard.kit.tenancy.Callers;
import io.switchboard.routing.subscribers.Duties.Pause;
import io.switchboard.routing.subscribers.SubscriptionViews.All;
import io.switchboard.routing.subscribers.SubscriptionViews.Asked;
import io.switchboard.routing.subscribers.SubscriptionViews.Shown;
import io.switchboard.routing.subscribers.SubscriptionViews.WithSecret;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** Who is told of the events of the caller's centre. */
@Path("/api/v1/subscriptions")
@Tag(name = "Subscriptions")
@RolesAllowed({"supervisor", "integration"})
@APIResponse(responseCode = "404", description = "The caller's centre has no such subscription")
@APIResponse(responseCode = "503", description = "The database does not answer, or webhooks are not set up")
public class SubscriptionsApi {
    private final SecurityIdentity identity;
    private final Callers callers;
    private final Subscriptions subscriptions;
    private final Targets targets;
    private final SecretSeal seal;
    private final Sender sender;
    private final SubscribersConfig config;

    SubscriptionsApi(
            SecurityIdentity identity,
            Callers callers,
            Subscriptions subscriptions,
            Targets targets,
            SecretSeal seal,
            Sender sender,
            SubscribersConfig config) {
        this.identity = identity;
        this.callers = callers;
        this.subscriptions = subscriptions;
        this.targets = targets;
        this.seal = seal;
        this.sender = sender;
        this.config = config;
    }

    @POST
    @Operation(
            operationId = "subscribe",
            summary = "Be told of events by webhook, from now on",
            description = "The secret in the answer signs every request; it is shown this once.")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = WithSecret.class)))
    @APIResponse(responseCode = "409", description = "The centre has as many as it may")
    @APIResponse(responseCode = "422", description = "The address is not allowed, or there is no such type")
    public Response subscribe(@Valid @NotNull Asked asked) {
        Caller caller = callers.of(identity);
        refuseWithoutKey();
        List<String> problems = problems(asked);
        if (!problems.isEmpty()) {
            throw SubscriptionAnswers.unprocessable(problems);
        }
        var made = ask(() -> subscriptions.add(caller, asked.url(), asked.wanted(), asked.description(), Instant.now()))
                .orElseThrow(() -> SubscriptionAnswers.tooMany(config.perCentre()));
        return Response.created(URI.create(
                        "/api/v1/subscriptions/" + made.subscription().id()))
                .entity(WithSecret.of(made))
                .build();
    }

    private List<String> problems(Asked asked) {
        List<String> problems = new ArrayList<>();
        try {
            targets.check(asked.url());
        } catch (Targets.NotAllowedException why) {
            problems.add("url: " + why.getMessage());
        }
        EventKinds.unknown(asked.wanted()).forEach(type -> problems.add("types: there is no " + type));
        return problems;
    }

    @GET
    @Operation(operationId = "subscriptions", summary = "Every subscription of the centre")
    public All all() {
        Caller caller = callers.of(identity);
        return new All(
                ask(() -> subscriptions.all(caller)).stream().map(Shown::of).toList());
    }

    @GET
    @Path("{id}")
    @Operation(operationId = "subscription", summary = "One subscription, and how its subscriber does")
    public Shown one(@RestPath UUID id) {
        Caller caller = callers.of(identity);
        return Shown.of(found(ask(() -> subscriptions.find(caller, id))));
    }

    @POST
    @Path("{id}/pause")
    @Operation(
            operationId = "pauseSubscription",
            summary = "Send nothing until it is resumed",
            description = "Events are kept as long as for a subscriber that does not answer.")
    public Shown pause(@RestPath UUID id) {
        Caller caller = callers.of(identity);
        return Shown.of(found(ask(
                () -> subscriptions.change(caller, id, transaction -> Duties.pause(transaction, id, Pause.OWNER)))));
    }

    @POST
    @Path("{id}/resume")
    @Operation(
            operationId = "resumeSubscription",
            summary = "Send what was kept, at once",
            description = "Also for a subscriber that is down: it need not wait for the next try.")
    public Shown resume(@RestPath UUID id) {
        Caller caller = callers.of(identity);
        Shown resumed = Shown.of(found(ask(
                () -> subscriptions.change(caller, id, transaction -> Duties.resume(transaction, id, Instant.now())))));
        sender.lookNow();
        return resumed;
    }

    @POST
    @Path("{id}/rotate-secret")
    @Operation(
            operationId = "rotateSecret",
            summary = "Make a new secret",
            description = "For a day requests carry two signatures, by the new and by the old one.")
    public WithSecret rotate(@RestPath UUID id) {
        Caller caller = callers.of(identity);
        refuseWithoutKey();
        return WithSecret.of(found(ask(() -> subscriptions.rotate(caller, id, Instant.now()))));
    }

    @DELETE
    @Path("{id}")
    @Operation(operationId = "unsubscribe", summary = "Forget it, and what is still to be sent")
    @APIResponse(responseCode = "204", description = "It is gone")
    public void unsubscribe(@RestPath UUID id) {
        Caller caller = callers.of(identity);
        if (!ask(() -> subscriptions.remove(caller, id))) {
            throw new NotFoundException("there is no such subscription");
        }
    }

    private void refuseWithoutKey() {
        if (!seal.ready()) {
            throw SubscriptionAnswers.withoutKey();
        }
    }
}
