package io.switchboard.profile.ledger;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * How many messages of a centre are in each state.
 *
 * @param byState every state that was asked for and has messages
 * @param overdue how many wait past their deadline
 * @param missing how many a provider says it delivered that never came in
 */
public record LedgerCounts(Map<LedgerState, Long> byState, long overdue, long missing) {
    public LedgerCounts {
        byState = Map.copyOf(byState);
    }

    static LedgerCounts of(List<Object[]> rows) {
        var byState = new EnumMap<LedgerState, Long>(LedgerState.class);
        long overdue = 0;
        long missing = 0;
        for (Object[] row : rows) {
            byState.put(LedgerState.valueOf((String) row[0]), ((Number) row[1]).longValue());
            overdue += ((Number) row[2]).longValue();
            missing += ((Number) row[3]).longValue();
        }
        return new LedgerCounts(byState, overdue, missing);
    }

    /** Returns how many are in {@code state}. */
    public long in(LedgerState state) {
        return byState.getOrDefault(state, 0L);
    }
}
