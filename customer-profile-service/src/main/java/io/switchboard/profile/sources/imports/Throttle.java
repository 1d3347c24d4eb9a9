package io.switchboard.profile.sources.imports;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.TimeUnit;

/** Holds imports back: never more rows a second than configured, and none while messages are behind. */
@ApplicationScoped
class Throttle {
    private static final long STEP_MILLIS = 100;

    private final ImportConfig config;
    private final LiveIntake messages;

    Throttle(ImportConfig config, LiveIntake messages) {
        this.config = config;
        this.messages = messages;
    }

    /** Returns how many rows are taken at once: a slow import waits a second between batches, so it is seen to live. */
    int batch() {
        return config.rowsPerSecond() > 0 ? Math.min(config.batch(), config.rowsPerSecond()) : config.batch();
    }

    /**
     * Waits until the next batch may be taken.
     *
     * @param rows of the batch before
     * @param nanos it took
     * @return false when it is not yet time after all: whoever waits shows that it lives, and asks again
     */
    boolean await(int rows, long nanos) throws InterruptedException {
        if (config.rowsPerSecond() > 0) {
            TimeUnit.NANOSECONDS.sleep(rows * 1_000_000_000L / config.rowsPerSecond() - nanos);
        }
        for (int i = 0; i < 50; i++) {
            if (messages.behind().compareTo(config.pauseBehind()) <= 0) {
                return true;
            }
            TimeUnit.MILLISECONDS.sleep(STEP_MILLIS);
        }
        return false;
    }
}
