package io.switchboard.routing.subscribers;

import java.time.Duration;
import java.util.function.DoubleSupplier;

/**
 * How long to wait after failures: twice as long after each, up to a longest pause, and a little less by chance, so that
 * what failed together does not come back together.
 *
 * @param first after the first failure
 * @param longest the longest pause
 * @param chance gives 0 to 1
 */
record Backoff(Duration first, Duration longest, DoubleSupplier chance) {
    private static final int DOUBLINGS = 30;
    private static final double LEAST_SHARE = 0.75;

    /** Returns the pause after so many failures in a row, at least 1. */
    Duration after(int failures) {
        long doubled = first.toMillis() << Math.clamp(failures - 1L, 0, DOUBLINGS);
        long capped = Math.min(doubled, longest.toMillis());
        return Duration.ofMillis((long) (capped * (LEAST_SHARE + (1 - LEAST_SHARE) * chance.getAsDouble())));
    }
}
