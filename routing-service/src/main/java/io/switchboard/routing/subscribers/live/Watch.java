package io.switchboard.routing.subscribers.live;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.switchboard.kit.tenancy.Caller;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One client's way through its centre's events. It reads on only when the client has taken what it was given, so a slow
 * client costs a connection and no memory.
 */
final class Watch {
    private static final int AT_ONCE = 50;
    private static final long AT_THE_END = -1;

    private final Caller caller;
    private final Instant until;
    private final EventWindow window;
    private final Tail tail;
    private final LiveConfig config;

    private long last;
    private Instant heard = Instant.now();
    /** When the client was given something that it has not taken yet. */
    private volatile @Nullable Instant given;

    /** What the client is given. */
    sealed interface Sign {
        /** An event. */
        record Event(Told told) implements Sign {}

        /** Events that the window does not have any more. */
        record Gap(long from, long to) implements Sign {}

        /** Nothing has happened, and the connection stands. */
        record Alive() implements Sign {}
    }

    /** {@code after} is the last event that the client has, null: it wants what comes from now on. */
    Watch(Caller caller, @Nullable Long after, Instant until, EventWindow window, Tail tail, LiveConfig config) {
        this.caller = caller;
        this.last = after == null ? AT_THE_END : after;
        this.until = until;
        this.window = window;
        this.tail = tail;
        this.config = config;
    }

    /** Returns what happens until the client's token expires. */
    Multi<Sign> signs() {
        return Multi.createBy()
                .repeating()
                .uni(this::next)
                .whilst(_ -> Instant.now().isBefore(until))
                .onItem()
                .disjoint();
    }

    /** Returns whether the client has had something before it for too long. */
    boolean stuck(Instant now) {
        Instant since = given;
        return since != null && since.plus(config.patience()).isBefore(now);
    }

    private Uni<List<Sign>> next() {
        given = null;
        return tail.newest(caller.tenant(), caller.centre())
                .flatMap(newest -> {
                    if (last == AT_THE_END) {
                        last = newest;
                    }
                    return newest > last ? read() : pause();
                })
                .invoke(signs -> {
                    if (!signs.isEmpty()) {
                        heard = Instant.now();
                        given = heard;
                    }
                });
    }

    private Uni<List<Sign>> read() {
        return window.after(caller.tenant(), caller.centre(), last, AT_ONCE).map(found -> {
            List<Sign> signs = new ArrayList<>();
            for (Told event : found) {
                // Who begins while nothing is known can miss nothing.
                if (last > 0 && event.sequence() > last + 1) {
                    signs.add(new Sign.Gap(last + 1, event.sequence() - 1));
                }
                signs.add(new Sign.Event(event));
                last = event.sequence();
            }
            return signs;
        });
    }

    private Uni<List<Sign>> pause() {
        boolean silent = Duration.between(heard, Instant.now()).compareTo(config.heartbeat()) >= 0;
        List<Sign> signs = silent ? List.of(new Sign.Alive()) : List.of();
        return Uni.createFrom().item(signs).onItem().delayIt().by(config.poll());
    }
}
