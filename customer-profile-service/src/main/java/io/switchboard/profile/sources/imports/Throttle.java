package io.switchboard.profile.sources.imports;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.TimeUnit;

/**
 * Holds imports back: never more rows a second than configured; while messages come, small steps, and rests between them
 * as long as messages are being read; and none while messages are behind.
 */
@ApplicationScoped
class Throttle {
    private static final long STEP_MILLIS = 100;
    private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(2);

    private final ImportConfig config;
    private final LiveIntake messages;

    Throttle(ImportConfig config, LiveIntake messages) {
        this.config = config;
        this.messages = messages;
    }

    /** Returns how many rows are taken at once: a slow import waits a second between batches, so it is seen to live. */
    int batch() {
        int batch = messages.flow() ? Math.min(config.batch(), config.batchBesideMessages()) : config.batch();
        return config.rowsPerSecond() > 0 ? Math.min(batch, config.rowsPerSecond()) : batch;
    }

    /**
     * Waits until the next batch may be taken.
     *
     * @param rows of the batch before
     * @param nanos it took
     * @return false when it is not yet time after all: whoever waits shows that it lives, and asks again
     */
    boolean await(int rows, long nanos) throws InterruptedException {
        TimeUnit.NANOSECONDS.sleep(untilRate(rows, nanos));
        rest(nanos);
        for (int i = 0; i < 50; i++) {
            if (messages.behind().compareTo(config.pauseBehind()) <= 0) {
                return true;
            }
            TimeUnit.MILLISECONDS.sleep(STEP_MILLIS);
        }
        return false;
    }

    private long untilRate(int rows, long nanos) {
        return config.rowsPerSecond() > 0 ? rows * 1_000_000_000L / config.rowsPerSecond() - nanos : 0;
    }

    /** Waits until no message is being read; where always some are, until the import has had its share of the time. */
    private void rest(long nanos) throws InterruptedException {
        long end = System.nanoTime() + (long) (nanos * (1 / config.shareBesideMessages() - 1));
        while (messages.busy() && System.nanoTime() < end) {
            TimeUnit.NANOSECONDS.sleep(LOOK_NANOS);
        }
    }
}
