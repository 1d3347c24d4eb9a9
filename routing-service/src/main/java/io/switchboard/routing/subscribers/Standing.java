package io.switchboard.routing.subscribers;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a subscriber has behaved lately. One that is down is asked by one request at a time until it answers.
 *
 * @param down whether nobody seems to be there
 * @param failures failures of the lone requests in a row
 * @param misses events in a row that were refused at the first attempt
 * @param failingSince the first failure since the last success
 * @param probeAt when the next lone request may go
 */
record Standing(
        boolean down, int failures, int misses, @Nullable Instant failingSince, Instant probeAt) {
    /** One event that is not liked says nothing of the subscriber; so many different ones in a row do. */
    private static final int MISSES_UNTIL_DOWN = 10;

    static Standing good(Instant now) {
        return new Standing(false, 0, 0, null, now);
    }

    /**
     * Returns the standing after a failure.
     *
     * @param unreachable whether it was more than a refusal of this one event
     * @param firstAttempt whether the event had not been tried before
     * @param probe whether it was the lone request to a subscriber that was down
     */
    Standing failed(boolean unreachable, boolean firstAttempt, boolean probe, Instant now, Backoff backoff) {
        int missed = firstAttempt ? misses + 1 : misses;
        boolean nowDown = down || unreachable || missed >= MISSES_UNTIL_DOWN;
        Instant since = failingSince == null ? now : failingSince;
        if (!nowDown) {
            return new Standing(false, 0, missed, since, probeAt);
        }
        // Requests that were under way when it went down fail late; they are the same failure.
        if (down && !probe) {
            return new Standing(true, failures, missed, since, probeAt);
        }
        int failed = failures + 1;
        return new Standing(true, failed, missed, since, now.plus(backoff.after(failed)));
    }
}
