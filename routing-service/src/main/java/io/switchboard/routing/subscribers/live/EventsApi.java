package io.switchboard.routing.subscribers.live;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Multi;
import io.switchboard.kit.tenancy.Callers;
import io.switchboard.routing.subscribers.live.Watch.Sign;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.impl.ConnectionBase;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Instant;
import java.util.regex.Pattern;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Shows the events of the caller's centre as they happen. */
@Path("/api/v1/events")
@Tag(name = "Subscriptions")
@RolesAllowed({"supervisor", "integration"})
public class EventsApi {
    private static final Pattern SEQUENCE = Pattern.compile("[0-9]{1,18}");
    private static final long LOOK_MILLIS = 1000;
    private static final int RETRY_AFTER_SECONDS = 5;

    private final SecurityIdentity identity;
    private final Callers callers;
    private final EventWindow window;
    private final Tail tail;
    private final LiveConfig config;
    private final Vertx vertx;
    private final Clients clients;

    EventsApi(
            SecurityIdentity identity,
            Callers callers,
            EventWindow window,
            Tail tail,
            LiveConfig config,
            Vertx vertx,
            Clients clients) {
        this.identity = identity;
        this.callers = callers;
        this.window = window;
        this.tail = tail;
        this.config = config;
        this.vertx = vertx;
        this.clients = clients;
    }

    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Operation(
            operationId = "events",
            summary = "The events of the caller's centre, as they happen",
            description =
                    "Server-sent events: the event's name is its type, its id the sequence. With Last-Event-ID it goes"
                            + " on from there; events that are not at hand any more are told by an event named gap. The stream ends"
                            + " when the token expires.")
    @APIResponse(responseCode = "200", description = "A stream that does not end by itself")
    @APIResponse(responseCode = "400", description = "Last-Event-ID is not a sequence")
    @APIResponse(responseCode = "503", description = "Too many clients here; try again")
    public Multi<OutboundSseEvent> events(
            @HeaderParam(HttpHeaders.LAST_EVENT_ID_HEADER) @Nullable String lastEventId,
            @Context Sse sse,
            @Context HttpServerRequest request) {
        Watch watch = new Watch(callers.of(identity), sequence(lastEventId), expiry(), window, tail, config);
        if (!clients.enter()) {
            throw tooMany();
        }
        long timer = letGoWhenStuck(watch, request);
        return watch.signs().map(sign -> event(sse, sign)).onTermination().invoke(() -> {
            vertx.cancelTimer(timer);
            clients.leave();
        });
    }

    private long letGoWhenStuck(Watch watch, HttpServerRequest request) {
        return vertx.setPeriodic(LOOK_MILLIS, _ -> {
            if (watch.stuck(Instant.now())) {
                cut(request);
            }
        });
    }

    /** A close in good order would first write what the client does not take. */
    private static void cut(HttpServerRequest request) {
        if (request.connection() instanceof ConnectionBase connection && request.version() != HttpVersion.HTTP_2) {
            var _ = connection.channel().pipeline().firstContext().close();
        } else {
            request.response().reset();
        }
    }

    private static OutboundSseEvent event(Sse sse, Sign sign) {
        return switch (sign) {
            case Sign.Event(Told told) ->
                sse.newEventBuilder()
                        .name(told.type())
                        .id(String.valueOf(told.sequence()))
                        .mediaType(MediaType.TEXT_PLAIN_TYPE)
                        .data(told.json())
                        .build();
            case Sign.Gap(long from, long to) ->
                sse.newEventBuilder()
                        .name("gap")
                        .id(String.valueOf(to))
                        .mediaType(MediaType.TEXT_PLAIN_TYPE)
                        .data("{\"from\":" + from + ",\"to\":" + to + "}")
                        .build();
            case Sign.Alive() -> sse.newEventBuilder().comment("alive").build();
        };
    }

    private Instant expiry() {
        return identity.getPrincipal() instanceof JsonWebToken token
                ? Instant.ofEpochSecond(token.getExpirationTime())
                : Instant.now();
    }

    private static @Nullable Long sequence(@Nullable String lastEventId) {
        if (lastEventId == null || lastEventId.isBlank()) {
            return null;
        }
        if (!SEQUENCE.matcher(lastEventId).matches()) {
            throw HttpProblem.valueOf(Status.BAD_REQUEST, "Last-Event-ID is not a sequence.");
        }
        return Long.valueOf(lastEventId);
    }

    private static HttpProblem tooMany() {
        return HttpProblem.builder()
                .withTitle("Service Unavailable")
                .withStatus(Status.SERVICE_UNAVAILABLE)
                .withDetail("Too many clients watch here; try again soon.")
                .withHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS)
                .build();
    }
}
