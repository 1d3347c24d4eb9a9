package io.switchboard.simulation.centre;

import io.switchboard.routing.engine.Expectation;
import org.jspecify.annotations.Nullable;

/**
 * What became of a customer. Times are in milliseconds.
 *
 * @param waited until they were taken, left or were sent away
 * @param handled how long an agent was busy with them; 0 unless answered
 * @param expectation what they were told on arrival, or null
 * @param waiting how many waited then, they included; 0 when nothing was told
 */
public record Outcome(
        Customer customer,
        Fate fate,
        long waited,
        long handled,
        @Nullable Expectation expectation,
        int waiting) {
    /** The ways it can end. */
    public enum Fate {
        ANSWERED,
        /** Left before an agent took them. */
        ABANDONED,
        /** Found no place to wait in. */
        BLOCKED,
        /** Went to another centre. */
        SENT_AWAY
    }
}
