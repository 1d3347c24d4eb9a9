package io.switchboard.routing.centre;

import io.switchboard.contracts.Keys;
import io.switchboard.contracts.routing.RoutingEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Numbers, dates and collects the events of a centre. */
final class Journal {
    private final String tenant;
    private final String centre;
    private final Numbered eventIds;
    private List<RoutingEvent> events = new ArrayList<>();
    private long sequence;
    private Instant now = Instant.EPOCH;

    Journal(String tenant, String centre) {
        this.tenant = tenant;
        this.centre = centre;
        this.eventIds = new Numbered("event", Keys.centre(tenant, centre));
    }

    /** What every event has in common. */
    interface Writing {
        RoutingEvent write(UUID eventId, String tenant, String centre, long sequence, Instant at);
    }

    void write(Writing event) {
        sequence++;
        events.add(event.write(eventIds.of(sequence), tenant, centre, sequence, now));
    }

    String key() {
        return Keys.centre(tenant, centre);
    }

    long sequence() {
        return sequence;
    }

    Instant now() {
        return now;
    }

    /** Clocks of different machines disagree; a centre's time only goes forward, in whole milliseconds. */
    void advance(Instant to) {
        now = to.isAfter(now) ? Instant.ofEpochMilli(to.toEpochMilli()) : now;
    }

    void restore(Memory.Counters counters) {
        sequence = counters.sequence();
        now = counters.now();
    }

    List<RoutingEvent> take() {
        List<RoutingEvent> taken = events;
        events = new ArrayList<>();
        return taken;
    }
}
