package io.switchboard.gateway.sending;

import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * How long to wait between attempts: doubling, with jitter so that replies that failed together don't return together,
 * and never shorter than the provider asks.
 */
record Pauses(Duration first, Duration longest) {
    private static final int MOST_DOUBLINGS = 20;

    /**
     * Returns the pause after attempt {@code attempt}, counted from 0.
     *
     * @param asked what the provider asked for
     */
    Duration after(int attempt, Optional<Duration> asked, RandomGenerator chance) {
        long doubled = first.toMillis() << Math.min(attempt, MOST_DOUBLINGS);
        long capped = Math.clamp(doubled, 1, longest.toMillis());
        Duration own = Duration.ofMillis(capped / 2 + chance.nextLong(capped / 2 + 1));
        return asked.filter(least -> least.compareTo(own) > 0).orElse(own);
    }
}
