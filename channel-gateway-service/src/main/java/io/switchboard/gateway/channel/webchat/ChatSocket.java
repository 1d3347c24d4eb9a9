package io.switchboard.gateway.channel.webchat;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.quarkus.websockets.next.CloseReason;
import io.quarkus.websockets.next.OnClose;
import io.quarkus.websockets.next.OnError;
import io.quarkus.websockets.next.OnOpen;
import io.quarkus.websockets.next.OnTextMessage;
import io.quarkus.websockets.next.WebSocket;
import io.quarkus.websockets.next.WebSocketConnection;
import io.smallrye.mutiny.Uni;
import io.switchboard.contracts.message.Visibility;
import io.switchboard.gateway.receiving.Arrival;
import io.switchboard.gateway.receiving.Receiving;
import io.switchboard.kit.event.EventJson;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;

/** A visitor's socket: messages in, acknowledged when they are safe; replies out, each once. */
@WebSocket(path = "/chat/{widget}/socket", endpointId = ChatSocket.ENDPOINT)
public class ChatSocket {
    static final String ENDPOINT = "chat";

    private static final Logger LOG = Logger.getLogger(ChatSocket.class);
    private static final Duration REFILL = Duration.ofSeconds(10);
    private static final int POLICY_VIOLATION = 1008;
    private static final String PROTOCOLS = "Sec-WebSocket-Protocol";

    private final ChatDoor door;
    private final LiveSockets sockets;
    private final Replies replies;
    private final Receiving receiving;
    private final ChatConfig config;
    private final Clock clock = Clock.systemUTC();

    ChatSocket(ChatDoor door, LiveSockets sockets, Replies replies, Receiving receiving, ChatConfig config) {
        this.door = door;
        this.sockets = sockets;
        this.replies = replies;
        this.receiving = receiving;
        this.config = config;
    }

    @OnOpen
    Uni<Void> open(WebSocketConnection connection) {
        Optional<Visitor> visitor = door.visitor(
                connection.pathParam("widget"), connection.handshakeRequest().header(PROTOCOLS));
        if (visitor.isEmpty()) {
            return connection.close(LiveSocket.TOKEN_OVER);
        }
        LiveSocket socket =
                new LiveSocket(connection, visitor.get(), replies, new Pace(config.burst(), REFILL, System.nanoTime()));
        sockets.add(connection, socket);
        return socket.say(new ToVisitor.Ready(visitor.get().id()));
    }

    @OnTextMessage
    Uni<Void> hear(String json, WebSocketConnection connection) {
        return sockets.find(connection).map(socket -> hear(json, socket)).orElseGet(Uni.createFrom()::voidItem);
    }

    private Uni<Void> hear(String json, LiveSocket socket) {
        FromVisitor heard;
        try {
            heard = EventJson.MAPPER.readValue(json, FromVisitor.class);
        } catch (JsonProcessingException e) {
            return socket.say(new ToVisitor.Refused(null, "malformed"));
        }
        return switch (heard) {
            case FromVisitor.Say say -> take(say, socket);
            case FromVisitor.Resume resume -> {
                socket.resume(Replies.position(resume.after()));
                yield Uni.createFrom().voidItem();
            }
            case FromVisitor.Ping _ -> socket.say(new ToVisitor.Pong());
            case null -> socket.say(new ToVisitor.Refused(null, "malformed"));
        };
    }

    private Uni<Void> take(FromVisitor.Say say, LiveSocket socket) {
        UUID id = say.id();
        String text = say.text();
        if (id == null || text == null) {
            return socket.say(new ToVisitor.Refused(id, "malformed"));
        }
        if (text.isBlank() || text.length() > config.longestText()) {
            return socket.say(new ToVisitor.Refused(id, text.isBlank() ? "empty" : "too-long"));
        }
        if (!socket.isWithinPace()) {
            return socket.say(new ToVisitor.Refused(id, "too-fast"));
        }
        Visitor visitor = socket.visitor();
        if (visitor.isOver(clock.instant())) {
            return socket.say(new ToVisitor.Refused(id, "expired"));
        }
        return receiving
                .take(visitor.widget(), List.of(arrival(visitor, id, text)))
                .<ToVisitor>map(_ -> new ToVisitor.Taken(id))
                .onFailure()
                .invoke(failure -> LOG.warnf("a visitor's message was not taken: %s", failure))
                .onFailure()
                .recoverWithItem(() -> new ToVisitor.Refused(id, "try-again"))
                .flatMap(socket::say);
    }

    private Arrival arrival(Visitor visitor, UUID id, String text) {
        SignedIn signedIn = visitor.signedIn();
        return new Arrival(
                Widgets.CHANNEL,
                visitor.id().toString(),
                signedIn == null ? null : signedIn.name(),
                signedIn == null ? null : signedIn.identity(),
                visitor.id().toString(),
                null,
                Visibility.PRIVATE,
                null,
                text,
                List.of(),
                visitor.id() + ":" + id,
                List.of(),
                clock.instant());
    }

    @OnClose
    void close(WebSocketConnection connection) {
        sockets.remove(connection);
    }

    /** A browser that vanished, or a frame over the limit: what it says next would make no sense. */
    @OnError
    Uni<Void> fail(Throwable failure, WebSocketConnection connection) {
        LOG.debugf("socket %s: %s", connection.id(), failure.toString());
        sockets.remove(connection);
        return connection
                .close(new CloseReason(POLICY_VIOLATION, "not understood"))
                .onFailure()
                .recoverWithNull();
    }
}
