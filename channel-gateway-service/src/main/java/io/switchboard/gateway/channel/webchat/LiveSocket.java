package io.switchboard.gateway.channel.webchat;

import io.quarkus.websockets.next.CloseReason;
import io.quarkus.websockets.next.WebSocketConnection;
import io.smallrye.mutiny.Uni;
import io.switchboard.kit.event.EventJson;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * A visitor's open socket and how far it is with the replies. It reads on from there whenever it is nudged, one reading
 * at a time, so that nothing is sent twice or out of order however many nudges come.
 */
final class LiveSocket {
    /** How a browser is told that it needs a new token. */
    static final CloseReason TOKEN_OVER = new CloseReason(1008, "token");

    private static final Logger LOG = Logger.getLogger(LiveSocket.class);

    private final WebSocketConnection connection;
    private final Visitor visitor;
    private final Replies replies;
    private final Pace pace;
    private final AtomicInteger nudges = new AtomicInteger();
    private volatile @Nullable String position;

    LiveSocket(WebSocketConnection connection, Visitor visitor, Replies replies, Pace pace) {
        this.connection = connection;
        this.visitor = visitor;
        this.replies = replies;
        this.pace = pace;
    }

    Visitor visitor() {
        return visitor;
    }

    /** Tells whether the visitor keeps to the pace. */
    boolean isWithinPace() {
        synchronized (pace) {
            return pace.admits(System.nanoTime());
        }
    }

    /** Sends something; completes when it is written. */
    Uni<Void> say(ToVisitor what) {
        return connection.sendText(EventJson.text(what));
    }

    /** From now on the browser wants replies, after this one. */
    void resume(String after) {
        position = after;
        nudge();
    }

    /** There may be new replies. Whose token is over hears no more: they may have signed out meanwhile. */
    void nudge() {
        if (visitor.isOver(Instant.now())) {
            connection.close(TOKEN_OVER).subscribe().with(_ -> {}, failure -> LOG.debugf("not closed: %s", failure));
            return;
        }
        if (position != null && nudges.getAndIncrement() == 0) {
            drain();
        }
    }

    private void drain() {
        int seen = nudges.get();
        String from = position;
        if (from == null || !connection.isOpen()) {
            return;
        }
        replies.after(visitor.key(), from)
                .flatMap(found -> send(found).replaceWith(!found.isEmpty()))
                .subscribe()
                .with(
                        more -> {
                            if (more || !nudges.compareAndSet(seen, 0)) {
                                drain();
                            }
                        },
                        // Redis or the connection is away: the next nudge, at the latest the regular one, tries again.
                        failure -> nudges.set(0));
    }

    private Uni<Void> send(List<ToVisitor.Reply> found) {
        Uni<Void> sent = Uni.createFrom().voidItem();
        for (ToVisitor.Reply reply : found) {
            sent = sent.chain(() -> say(reply)).invoke(() -> position = reply.id());
        }
        return sent;
    }
}
