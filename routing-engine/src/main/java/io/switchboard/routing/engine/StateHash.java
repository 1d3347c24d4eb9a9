package io.switchboard.routing.engine;

import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** Sums up a state in one number, whatever the order of its indexes. */
final class StateHash {
    private static final long FACTOR = 0x9E3779B97F4A7C15L;

    private long hash = 1;

    private StateHash() {}

    static long of(State state) {
        var sum = new StateHash();
        sum.add(state.now).add(state.sequence).add(state.lastNumber).add(state.emergencies);
        sum.add(state.policy().version());
        state.desks().forEach(sum::add);
        state.worksByNumber().forEach(sum::add);
        return sum.hash;
    }

    private void add(Desk desk) {
        add(desk.name()).add(desk.presence.name()).add(desk.since).add(desk.freeSince);
        add(desk.missedInARow).add(desk.load).add(desk.room);
    }

    private void add(Work work) {
        add(work.id)
                .add(work.number)
                .add(work.queue.name())
                .add(work.place.name())
                .add(work.ring);
        add(work.priority)
                .add(work.emergency)
                .add(work.start)
                .add(work.deadline)
                .add(work.key);
        add(work.told).add(work.since).add(work.moreSkills);
        switch (work.place) {
            case WAITING -> add(work.ring == Work.PREFERRED ? work.preferredUntil : 0);
            case OFFERED -> add(work.who().name()).add(work.offer).add(work.until);
            case HELD -> add(work.who().name());
            case DEFERRED, WRAPPING_UP -> add(work.until);
        }
        if (work.excluded != null) {
            add(new TreeMap<>(work.excluded));
        }
    }

    private StateHash add(Object value) {
        // Of what has the same hash in every run: strings, numbers, ids, and maps of them.
        return add((long) Objects.hashCode(value instanceof Map<?, ?> map ? new TreeMap<>(map) : value));
    }

    private StateHash add(long value) {
        hash = Long.rotateLeft((hash ^ value) * FACTOR, 29);
        return this;
    }
}
