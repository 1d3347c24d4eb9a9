package io.switchboard.gateway.channel.webchat;

import io.quarkus.redis.datasource.ReactiveRedisDataSource;
import io.smallrye.mutiny.Uni;
import io.switchboard.gateway.account.Account;
import io.switchboard.gateway.problem.Problems;
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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The widget's page, and where a browser learns who it is. */
@Path("/chat/{widget}")
@Tag(name = "Web chat")
public class ChatPage {
    private static final String PAGE = "/META-INF/resources/chat/widget.html";
    private static final Duration REDIS_PATIENCE = Duration.ofMillis(200);

    private final Widgets widgets;
    private final WhoComes whoComes;
    private final ChatConfig config;
    private final ReactiveRedisDataSource redis;
    private final Clock clock = Clock.systemUTC();
    private final byte[] page = page();

    ChatPage(Widgets widgets, WhoComes whoComes, ChatConfig config, ReactiveRedisDataSource redis) {
        this.widgets = widgets;
        this.whoComes = whoComes;
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

    /** Makes a visitor, or gives one whose token is still good a fresh token; whoever has signed in is who they are. */
    @POST
    @Path("/visitors")
    @Consumes(MediaType.WILDCARD)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Let a visitor in",
            description =
                    "With an identity that the website's server signed, as the person it speaks of; a token of before"
                            + " then only says which browser it is. Without one, as somebody unknown: the same again"
                            + " where the token of before is one of somebody unknown.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = Returning.class)))
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Welcome.class)))
    @APIResponse(responseCode = "400", description = "The body can't be read")
    @APIResponse(responseCode = "401", description = "The identity proves nothing; reason tells why")
    @APIResponse(responseCode = "403", description = "The widget is not for that website")
    @APIResponse(responseCode = "404", description = "No such widget")
    @APIResponse(responseCode = "429", description = "Too many from one address; Retry-After tells when")
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
        Visitor welcome = whoComes.visitor(widget, Returning.read(body), now);
        return isWithinPace(request.remoteAddress().hostAddress(), now).map(within -> {
            if (!within) {
                throw Problems.tooMany();
            }
            return new Welcome(welcome.id(), VisitorTokens.of(welcome));
        });
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
