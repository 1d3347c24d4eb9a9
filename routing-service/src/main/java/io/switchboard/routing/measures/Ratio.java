package io.switchboard.routing.measures;

import org.jspecify.annotations.Nullable;

/** Shares and means, with nothing to say where nothing was counted. */
final class Ratio {
    private static final double MS_PER_SECOND = 1000;

    private Ratio() {}

    /** Returns {@code part / whole}, null when the whole is 0. */
    static @Nullable Double share(long part, long whole) {
        return whole == 0 ? null : (double) part / whole;
    }

    /** Returns the mean in seconds, null of nothing. */
    static @Nullable Double meanSeconds(long millis, long of) {
        return of == 0 ? null : millis / MS_PER_SECOND / of;
    }
}
