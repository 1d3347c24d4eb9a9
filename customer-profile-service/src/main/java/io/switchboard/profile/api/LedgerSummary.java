package io.switchboard.profile.api;

import io.switchboard.profile.ledger.LedgerCounts;
import io.switchboard.profile.ledger.LedgerState;

/**
 * How many messages of the caller's centre are in each state. The five add up to every message that was accepted.
 *
 * @param tenant the organisation
 * @param centre the contact centre
 * @param answered a provider took an answer
 * @param assigned an agent holds it
 * @param waiting nobody holds it yet
 * @param chaff judged to need no answer
 * @param deadLettered could not be processed
 * @param overdue of those waiting, how many wait past their deadline
 * @param missing of those waiting, how many a provider says it delivered that never came in
 */
public record LedgerSummary(
        String tenant,
        String centre,
        long answered,
        long assigned,
        long waiting,
        long chaff,
        long deadLettered,
        long overdue,
        long missing) {

    static LedgerSummary of(String tenant, String centre, LedgerCounts counts) {
        return new LedgerSummary(
                tenant,
                centre,
                counts.in(LedgerState.ANSWERED),
                counts.in(LedgerState.ASSIGNED),
                counts.in(LedgerState.WAITING),
                counts.in(LedgerState.CHAFF),
                counts.in(LedgerState.DEAD_LETTERED),
                counts.overdue(),
                counts.missing());
    }
}
