package io.switchboard.gateway.channel.webchat;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.websockets.next.WebSocketConnection;
import io.smallrye.mutiny.subscription.Cancellable;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The sockets that are open on this replica, by visitor. */
@ApplicationScoped
public class LiveSockets {
    private static final Logger LOG = Logger.getLogger(LiveSockets.class);

    private final Map<String, LiveSocket> byConnection = new ConcurrentHashMap<>();
    private final Map<String, Set<LiveSocket>> byVisitor = new ConcurrentHashMap<>();
    private final Replies replies;
    private @Nullable Cancellable news;

    LiveSockets(Replies replies, MeterRegistry metrics) {
        this.replies = replies;
        metrics.gaugeMapSize("switchboard.chat.sockets", java.util.List.of(), byConnection);
    }

    void listen(@Observes StartupEvent event) {
        news = replies.news()
                .onFailure()
                .invoke(failure ->
                        LOG.warnf("no news of replies: %s", failure.getClass().getSimpleName()))
                .onFailure()
                .retry()
                .withBackOff(Duration.ofSeconds(1), Duration.ofSeconds(10))
                .indefinitely()
                .subscribe()
                .with(this::nudge, failure -> LOG.error("no more news of replies", failure));
    }

    @PreDestroy
    void end() {
        if (news != null) {
            news.cancel();
        }
    }

    /** News can get lost with a connection to Redis; replies must not. */
    @Scheduled(every = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void nudgeAll() {
        byConnection.values().forEach(LiveSocket::nudge);
    }

    void add(WebSocketConnection connection, LiveSocket socket) {
        byConnection.put(connection.id(), socket);
        byVisitor.compute(socket.visitor().key(), (_, open) -> {
            Set<LiveSocket> sockets = open == null ? ConcurrentHashMap.newKeySet() : open;
            sockets.add(socket);
            return sockets;
        });
    }

    Optional<LiveSocket> find(WebSocketConnection connection) {
        return Optional.ofNullable(byConnection.get(connection.id()));
    }

    void remove(WebSocketConnection connection) {
        LiveSocket socket = byConnection.remove(connection.id());
        if (socket != null) {
            byVisitor.computeIfPresent(socket.visitor().key(), (_, open) -> {
                open.remove(socket);
                return open.isEmpty() ? null : open;
            });
        }
    }

    private void nudge(String visitor) {
        Collection<LiveSocket> open = byVisitor.getOrDefault(visitor, Set.of());
        open.forEach(LiveSocket::nudge);
    }
}
