package io.switchboard.gateway.desk.socket;

import io.quarkus.websockets.next.CloseReason;
import io.quarkus.websockets.next.WebSocketConnection;
import io.switchboard.gateway.desk.Agent;
import io.switchboard.gateway.desk.DeskMessage;
import io.switchboard.kit.event.EventJson;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * One connected desk.
 *
 * <p>Until the snapshot is sent, messages are kept back: one that overtook it would be lost in it.
 */
final class OpenDesk {
    private static final Logger LOG = Logger.getLogger(OpenDesk.class);
    /** The desk does not read what it is sent; it gets a snapshot when it connects again. */
    private static final CloseReason TOO_SLOW = new CloseReason(1013, "too slow");

    private final WebSocketConnection connection;
    private final Person person;
    private final int mostWaiting;
    private final AtomicInteger waiting = new AtomicInteger();
    private final Deque<DeskMessage> keptBack = new ArrayDeque<>();
    private boolean begun;
    private @Nullable String board;

    /** Who sits at the desk, as the token said when it connected. */
    record Person(
            Agent agent,
            Set<String> roles,
            String token,
            @Nullable Instant expiresAt) {
        boolean isSupervisor() {
            return roles.contains("supervisor");
        }
    }

    OpenDesk(WebSocketConnection connection, Person person, int mostWaiting) {
        this.connection = connection;
        this.person = person;
        this.mostWaiting = mostWaiting;
    }

    Person person() {
        return person;
    }

    /** Sends a message, after the snapshot. */
    synchronized void tell(DeskMessage message) {
        if (begun) {
            send(json(message));
        } else if (keptBack.size() < mostWaiting) {
            keptBack.add(message);
        } else {
            close(TOO_SLOW);
        }
    }

    /** Keeps messages back from now on, until a new snapshot is sent. */
    synchronized void hold() {
        begun = false;
    }

    /** Sends the snapshot and what was kept back since it was asked for. */
    synchronized void begin(DeskMessage.Snapshot snapshot) {
        send(json(snapshot));
        begun = true;
        keptBack.forEach(message -> send(json(message)));
        keptBack.clear();
    }

    /** Sends the board unless it is the one the desk has. */
    synchronized void show(String changed, DeskMessage message) {
        if (begun && !changed.equals(board)) {
            board = changed;
            send(json(message));
        }
    }

    void close(CloseReason reason) {
        connection.close(reason).subscribe().with(_ -> {}, failure -> LOG.debug("closing a desk", failure));
    }

    private void send(String text) {
        if (waiting.incrementAndGet() > mostWaiting) {
            close(TOO_SLOW);
            return;
        }
        connection
                .sendText(text)
                .onTermination()
                .invoke(waiting::decrementAndGet)
                .subscribe()
                .with(_ -> {}, failure -> LOG.debug("telling a desk", failure));
    }

    private static String json(DeskMessage message) {
        return EventJson.text(message);
    }
}
