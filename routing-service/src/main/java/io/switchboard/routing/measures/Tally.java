package io.switchboard.routing.measures;

import java.util.EnumMap;
import java.util.Map;

/** An amount for each count. A value: tallies can be added in any order and grouping. */
public final class Tally {
    /** Nothing was counted. */
    public static final Tally NOTHING = new Tally(new EnumMap<>(Count.class));

    private final EnumMap<Count, Long> amounts;

    private Tally(EnumMap<Count, Long> amounts) {
        this.amounts = amounts;
    }

    /** Returns how much was counted. */
    public long get(Count count) {
        return amounts.getOrDefault(count, 0L);
    }

    /** Returns this and what another tally counted. */
    public Tally plus(Tally other) {
        EnumMap<Count, Long> sum = amounts.clone();
        other.amounts.forEach((count, amount) -> sum.merge(count, amount, count::join));
        return new Tally(sum);
    }

    /** Returns this and {@code amount} more of a count. */
    public Tally plus(Count count, long amount) {
        EnumMap<Count, Long> sum = amounts.clone();
        sum.merge(count, amount, count::join);
        return new Tally(sum);
    }

    /** Returns what was counted and how much. */
    public Map<Count, Long> amounts() {
        return Map.copyOf(amounts);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Tally tally && amounts.equals(tally.amounts);
    }

    @Override
    public int hashCode() {
        return amounts.hashCode();
    }

    @Override
    public String toString() {
        return amounts.toString();
    }
}
