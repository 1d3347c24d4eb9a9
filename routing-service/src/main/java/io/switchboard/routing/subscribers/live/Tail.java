package io.switchboard.routing.subscribers.live;

import io.smallrye.mutiny.Uni;
import io.switchboard.contracts.Keys;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** Looks for new events once for all who watch a centre here, however many they are. */
@ApplicationScoped
class Tail {
    private final EventWindow window;
    private final LiveConfig config;
    private final Map<String, Uni<Long>> newest = new ConcurrentHashMap<>();

    Tail(EventWindow window, LiveConfig config) {
        this.window = window;
        this.config = config;
    }

    /** Returns the sequence of the newest event, or of what was the newest a moment ago. */
    Uni<Long> newest(String tenant, String centre) {
        return newest.computeIfAbsent(Keys.centre(tenant, centre), _ -> look(tenant, centre));
    }

    /** A failure is kept no longer than a success. */
    private Uni<Long> look(String tenant, String centre) {
        AtomicLong looked = new AtomicLong(System.nanoTime());
        return Uni.createFrom()
                .deferred(() -> {
                    looked.set(System.nanoTime());
                    return window.newest(tenant, centre);
                })
                .memoize()
                .until(() -> System.nanoTime() - looked.get() > config.poll().toNanos());
    }
}
