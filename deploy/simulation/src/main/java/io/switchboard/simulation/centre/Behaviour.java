package io.switchboard.simulation.centre;

import java.util.SplittableRandom;

/**
 * How agents answer. The answer to the n-th offer of a customer depends on the seed, the customer and n alone, so that two
 * policies meet the same moods.
 *
 * @param declines share of offers that are declined
 * @param misses share of offers that nobody answers
 * @param answerAfter milliseconds until an agent answers; 0: at once
 * @param backAfter milliseconds until an agent who is thought not to respond comes back
 * @param seed of the moods
 */
public record Behaviour(double declines, double misses, long answerAfter, long backAfter, long seed) {
    /** Everybody accepts at once. */
    public static final Behaviour WILLING = new Behaviour(0, 0, 0, 0, 0);

    /** What an agent does with an offer. */
    public enum Answer {
        ACCEPT,
        DECLINE,
        MISS
    }

    /** Returns the answer to the {@code nth} offer of a customer. */
    public Answer answer(int customer, int nth) {
        if (declines == 0 && misses == 0) {
            return Answer.ACCEPT;
        }
        double mood = new SplittableRandom(seed + 31L * customer + 1_000_003L * nth).nextDouble();
        return mood < declines ? Answer.DECLINE : mood < declines + misses ? Answer.MISS : Answer.ACCEPT;
    }
}
