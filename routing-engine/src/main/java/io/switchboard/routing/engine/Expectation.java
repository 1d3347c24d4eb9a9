package io.switchboard.routing.engine;

/**
 * How long work will wait, as far as that can be known. Four of five wait between {@code low} and {@code high}.
 *
 * @param typical milliseconds
 * @param low milliseconds; one of ten waits less
 * @param high milliseconds; one of ten waits more
 * @param samples takings the pace was learnt from, at most 1,000
 */
public record Expectation(long typical, long low, long high, int samples) {}
