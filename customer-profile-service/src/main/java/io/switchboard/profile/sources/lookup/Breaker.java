package io.switchboard.profile.sources.lookup;

import java.util.function.LongSupplier;

/** Lets a system that fails again and again rest for a while; then one question tries whether it is well. */
final class Breaker {
    private static final int FAILURES = 5;
    private static final long REST_NANOS = 30_000_000_000L;

    private final LongSupplier nanos;
    private int failures;
    private long restsSince;

    /** Makes a closed one that reads the time in nanoseconds from {@code nanos}. */
    Breaker(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /** Returns whether the system may be asked now; the one that tries after a rest makes the others wait for it. */
    synchronized boolean mayAsk() {
        if (failures < FAILURES) {
            return true;
        }
        if (nanos.getAsLong() - restsSince < REST_NANOS) {
            return false;
        }
        restsSince = nanos.getAsLong();
        return true;
    }

    synchronized void answered() {
        failures = 0;
    }

    synchronized void failed() {
        failures++;
        if (failures >= FAILURES) {
            restsSince = nanos.getAsLong();
        }
    }
}
