package io.switchboard.routing.engine;

import org.jspecify.annotations.Nullable;

/** How fast a queue is served while something waits in it. */
final class Pace {
    static final int MOST_SAMPLES = 1_000;

    private static final int FEWEST_SAMPLES = 5;
    /** The mean follows the last so many takings. */
    private static final int MEMORY = 20;
    /** The mean is kept in parts of a millisecond, so that rounding does not stop it. */
    private static final long PARTS = 1_024;
    /** The squared relative error of a mean that follows so many takings, when they come by chance. */
    private static final double DOUBT_OF_MEAN = 1.0 / (2 * MEMORY - 1);

    /** The 90 % quantile of the standard normal distribution. */
    private static final double NINE_OF_TEN = 1.2816;

    long mean;
    int samples;
    /** When the last was taken; before {@link #busySince} it says nothing. */
    long lastTaken = Long.MIN_VALUE;
    /** Since when something has been waiting without interruption. */
    long busySince = Long.MAX_VALUE;

    void startsWaiting(long now) {
        busySince = now;
    }

    void nothingWaits() {
        busySince = Long.MAX_VALUE;
    }

    void taken(long now) {
        if (lastTaken >= busySince) {
            samples = Math.min(samples + 1, MOST_SAMPLES);
            mean += ((now - lastTaken) * PARTS - mean) / Math.min(samples, MEMORY);
        }
        lastTaken = now;
    }

    /** Returns when the last of so many that wait will be taken, or null when too little is known. */
    @Nullable
    Expectation of(int waiting) {
        if (samples < FEWEST_SAMPLES) {
            return null;
        }
        return new Expectation(
                waiting * mean / PARTS, quantile(waiting, -NINE_OF_TEN), quantile(waiting, NINE_OF_TEN), samples);
    }

    // Wilson and Hilferty: the cube root of a gamma variable is nearly normal. StrictMath is the same everywhere.
    private long quantile(int waiting, double normal) {
        double spread = (1.0 / waiting + DOUBT_OF_MEAN) / 9;
        double root = Math.max(0, 1 - spread + normal * StrictMath.sqrt(spread));
        return (long) (waiting * root * root * root * mean / PARTS);
    }
}
