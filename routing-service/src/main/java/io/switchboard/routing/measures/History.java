package io.switchboard.routing.measures;

import io.switchboard.contracts.Keys;
import io.switchboard.contracts.routing.RoutingEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * Measures of the past, from {@code routing.events} read from a topic or a file: each centre's events in their order,
 * centres mixed in any way. Not safe for use by several threads.
 */
public final class History {
    private final Duration soon;
    private final Map<String, Measuring> centres = new HashMap<>();
    private final Map<String, Buckets> buckets = new HashMap<>();

    /** Begins; {@code soon} as for {@link Measuring}. */
    public History(Duration soon) {
        this.soon = soon;
    }

    /** Counts an event. */
    public void add(RoutingEvent event) {
        String centre = Keys.centre(event.tenant(), event.centre());
        of(centre)
                .addAll(centres.computeIfAbsent(centre, _ -> new Measuring(soon, Floor.EMPTY))
                        .apply(event)
                        .entries());
    }

    /**
     * Returns what was counted in a centre, with the agents' time until {@code until}, which is not before its last event.
     *
     * @param centre its key
     */
    public Buckets buckets(String centre, Instant until) {
        var all = new Buckets();
        all.addAll(of(centre));
        if (centres.containsKey(centre)) {
            centres.get(centre).floor().agents().forEach((agent, state) -> all.addAll(state.running(agent, until)));
        }
        return all;
    }

    private Buckets of(String centre) {
        return buckets.computeIfAbsent(centre, _ -> new Buckets());
    }
}
