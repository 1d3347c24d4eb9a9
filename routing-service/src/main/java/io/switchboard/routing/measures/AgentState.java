package io.switchboard.routing.measures;

import io.switchboard.contracts.routing.Presence;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What measuring remembers of an agent.
 *
 * @param presence whether they can be offered work, null until it was told
 * @param since since when they have this presence
 * @param inHand work items they hold or wrap up
 * @param countedTo up to when their time was counted; what came after is {@link #running}
 */
public record AgentState(@Nullable Presence presence, Instant since, int inHand, Instant countedTo) {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    static AgentState unknown(Instant now) {
        return new AgentState(null, now, 0, now);
    }

    AgentState present(Presence told, Instant now) {
        return new AgentState(told, told == presence ? since : now, inHand, countedTo);
    }

    /** An agent before whom work was put is available, though it may not have been heard. */
    AgentState offered(Instant now) {
        return presence == null ? present(Presence.AVAILABLE, now) : this;
    }

    AgentState hands(int more) {
        return new AgentState(presence, since, inHand + more, countedTo);
    }

    AgentState counted(Instant to) {
        return new AgentState(presence, since, inHand, to);
    }

    /** Returns as what the agent's time counts now, null as neither. */
    @Nullable
    Count activity() {
        if (inHand > 0) {
            return presence == Presence.AVAILABLE || presence == Presence.BUSY ? Count.BUSY_MS : null;
        }
        return presence == Presence.AVAILABLE ? Count.FREE_MS : null;
    }

    /** Returns of the time that was not counted yet at {@code now} what lies after {@code from}. */
    public Tally running(Instant from, Instant now) {
        @Nullable Count as = activity();
        Instant begin = countedTo.isAfter(from) ? countedTo : from;
        return as == null || !begin.isBefore(now)
                ? Tally.NOTHING
                : Tally.NOTHING.plus(as, Duration.between(begin, now).toMillis());
    }

    /** Returns the time that was not counted yet at {@code now}, minute by minute. */
    public List<Entry> running(String agent, Instant now) {
        List<Entry> entries = new ArrayList<>();
        @Nullable Count as = activity();
        Instant from = countedTo;
        while (as != null && from.isBefore(now)) {
            Instant minute = from.truncatedTo(ChronoUnit.MINUTES);
            Instant end = minute.plus(MINUTE).isBefore(now) ? minute.plus(MINUTE) : now;
            entries.add(new Entry(
                    Subject.agent(agent),
                    minute,
                    as,
                    Duration.between(from, end).toMillis()));
            from = end;
        }
        return entries;
    }
}
