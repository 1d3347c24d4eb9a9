package io.switchboard.routing.measures;

import io.switchboard.contracts.routing.RoutingEvent;
import io.switchboard.routing.measures.Step.Moved;
import io.switchboard.routing.measures.Step.Seen;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Measures one centre: tell it routing's events in order, and it says what each counts. Not safe for use by several
 * threads.
 *
 * <p>An event that was told before counts nothing. Stopped and restored from its {@link Floor}, it goes on as if it had
 * not stopped. It may begin anywhere: work that it sees for the first time in the middle of its way is followed, but what
 * happened unseen is not counted.
 */
public final class Measuring {
    private final Duration soon;
    private final Map<UUID, OpenWork> work;
    private final Map<String, AgentState> agents;
    private long sequence;

    /**
     * Begins, or goes on.
     *
     * @param soon who leaves unanswered sooner than this is not counted as abandoned
     * @param floor what was remembered
     */
    public Measuring(Duration soon, Floor floor) {
        this.soon = soon;
        this.work = new HashMap<>(floor.work());
        this.agents = new HashMap<>(floor.agents());
        this.sequence = floor.sequence();
    }

    /** Returns what is to be remembered. */
    public Floor floor() {
        return new Floor(sequence, work, agents);
    }

    /** Returns the sequence of the last event, 0 before the first. */
    public long sequence() {
        return sequence;
    }

    /** Follows an event. */
    public Step apply(RoutingEvent event) {
        if (event.sequence() <= sequence) {
            return Step.NOTHING;
        }
        sequence = event.sequence();
        List<Entry> entries = new ArrayList<>();
        @Nullable Moved moved = move(event, entries);
        @Nullable
        Seen seen = event instanceof RoutingEvent.PresenceChanged e
                ? see(e.agent(), state(e.agent(), e.at()).present(e.presence(), e.at()), e.at(), entries)
                : moved == null ? null : hands(moved, event.at(), entries);
        return new Step(moved, seen, entries);
    }

    private @Nullable Moved move(RoutingEvent event, List<Entry> entries) {
        @Nullable UUID id = Following.workOf(event);
        if (id == null) {
            return null;
        }
        @Nullable OpenWork before = work.get(id);
        @Nullable OpenWork after = Following.next(before, event);
        entries.addAll(Counting.of(before, after, event, soon));
        if (after == null) {
            work.remove(id);
        } else {
            work.put(id, after);
        }
        return before == null && after == null ? null : new Moved(id, before, after);
    }

    private @Nullable Seen hands(Moved moved, Instant now, List<Entry> entries) {
        @Nullable String agent = agentOf(moved);
        if (agent == null) {
            return null;
        }
        int more = inHand(moved.after()) - inHand(moved.before());
        boolean offered = moved.after() != null && moved.after().place() == Place.OFFERED;
        AgentState was = state(agent, now);
        AgentState is = offered ? was.offered(now) : was.hands(more);
        return is.equals(agents.get(agent)) ? null : see(agent, is, now, entries);
    }

    private static @Nullable String agentOf(Moved moved) {
        @Nullable OpenWork after = moved.after();
        if (after != null && after.agent() != null) {
            return after.agent();
        }
        @Nullable OpenWork before = moved.before();
        return before == null ? null : before.agent();
    }

    private static int inHand(@Nullable OpenWork of) {
        return of != null && of.isInHand() ? 1 : 0;
    }

    private AgentState state(String agent, Instant now) {
        return agents.getOrDefault(agent, AgentState.unknown(now));
    }

    /** The time until now counts as what the agent did until now; as long as that stays the same it goes on running. */
    private Seen see(String agent, AgentState is, Instant now, List<Entry> entries) {
        AgentState was = state(agent, now);
        AgentState next = is;
        if (was.activity() != is.activity()) {
            entries.addAll(was.running(agent, now));
            next = is.counted(now);
        }
        agents.put(agent, next);
        return new Seen(agent, next);
    }
}
