package io.switchboard.gateway.channel.webchat;

import io.quarkus.redis.datasource.ReactiveRedisDataSource;
import io.smallrye.mutiny.Uni;
import io.switchboard.gateway.account.Account;
import io.switchboard.gateway.problem.Problems;
import io.switchboard.kit.event.EventJson;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The widget's page, and where a browser learns who it is. */
@Path("/chat/{widget}")
public class ChatPage {
    private static final String PAGE = "/META-INF/resources/chat/widget.html";
    private static final Duration REDIS_PATIENCE = Duration.ofMillis(200);

    private final Widgets widgets;
    private final ChatConfig config;
    private final ReactiveRedisDataSource redis;
    private final Clock clock = Clock.systemUTC();
    private final byte[] page = page();

    ChatPage(Widgets widgets, ChatConfig config, ReactiveRedisDataSource redis) {
        this.widgets = widgets;
        this.config = config;
        this.redis = redis;
    }

    /**
     * A visitor.
     *
     * @param visitorId who they are
     * @param token what proves it, to open the socket with
     */
    public record Welcome(UUID visitorId, String token) {}

    /** Who was here before; the token is no bearer token of the organisation's own sign-in and must not look like one. */
    record Returning(@Nullable String token) {}

    /** Shows the widget; it may be framed by the websites on the account's list alone. */
    @GET
    @Produces(MediaType.TEXT_HTML)
    public Response page(@PathParam("widget") String id) {
        Account widget = widget(id);
        return Response.ok(page, "text/html; charset=utf-8")
                .header(
                        "Content-Security-Policy",
                        "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self';"
                                + " base-uri 'none'; form-action 'none'; frame-ancestors 'self' "
                                + String.join(" ", Widgets.origins(widget)))
                .header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "no-referrer")
                .header("Cache-Control", "no-cache")
                .build();
    }

    /** Makes a visitor, or gives one whose token is still good a fresh token. */
    @POST
    @Path("/visitors")
    @Consumes(MediaType.WILDCARD)
    @Produces(MediaType.APPLICATION_JSON)
    public Uni<Welcome> welcome(
            @PathParam("widget") String id,
            @HeaderParam("Origin") @Nullable String origin,
            @Context HttpServerRequest request,
            byte @Nullable [] body) {
        Account widget = widget(id);
        if (!Widgets.allows(widget, origin)) {
            throw Problems.forbidden("This widget is not for that website.");
        }
        Instant now = clock.instant();
        UUID visitor = returning(body)
                .flatMap(token -> VisitorTokens.read(widget, token, now))
                .map(Visitor::id)
                .orElseGet(UUID::randomUUID);
        Visitor welcome = new Visitor(widget, visitor, now.plus(config.tokenLifetime()));
        return isWithinPace(request.remoteAddress().hostAddress(), now).map(within -> {
            if (!within) {
                throw Problems.tooMany();
            }
            return new Welcome(visitor, VisitorTokens.of(welcome));
        });
    }

    private static Optional<String> returning(byte @Nullable [] body) {
        if (body == null || body.length == 0) {
            return Optional.empty();
        }
        try {
            Returning before = EventJson.MAPPER.readValue(body, Returning.class);
            return before == null ? Optional.empty() : Optional.ofNullable(before.token());
        } catch (IOException e) {
            throw Problems.badRequest("The body is not {\"token\": …} in strict JSON.");
        }
    }

    /** Counted in Redis for all replicas together; without Redis nobody is turned away. */
    private Uni<Boolean> isWithinPace(String address, Instant now) {
        String key = "gateway:chat:visitors:" + address + ":" + now.getEpochSecond() / 60;
        return redis.value(Long.class)
                .incr(key)
                .call(() -> redis.key().expire(key, Duration.ofMinutes(2)))
                .map(count -> count <= config.visitorsPerMinute())
                .ifNoItem()
                .after(REDIS_PATIENCE)
                .fail()
                .onFailure()
                .recoverWithItem(true);
    }

    private Account widget(String id) {
        return widgets.find(id).orElseThrow(() -> Problems.notFound("No such widget."));
    }

    private static byte[] page() {
        try (InputStream file = ChatPage.class.getResourceAsStream(PAGE)) {
            return Objects.requireNonNull(file, PAGE).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
