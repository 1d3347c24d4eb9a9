package io.switchboard.contracts.routing;

import org.jspecify.annotations.Nullable;

/**
 * How long work that was queued will wait. Four of five wait between {@code low} and {@code high}. Times are in seconds, and
 * null until the queue has been busy for long enough to tell.
 *
 * @param waiting how many wait in the queue, this one counted
 * @param typical the expected wait
 * @param low one of ten waits less
 * @param high one of ten waits more
 */
public record Expectation(
        int waiting,
        @Nullable Long typical,
        @Nullable Long low,
        @Nullable Long high) {}
