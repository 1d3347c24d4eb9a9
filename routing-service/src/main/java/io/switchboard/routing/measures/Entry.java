package io.switchboard.routing.measures;

import java.time.Instant;

/**
 * Something that was counted.
 *
 * @param subject for whom
 * @param minute the beginning of the minute it counts in
 * @param count what
 * @param amount how much, above 0
 */
public record Entry(Subject subject, Instant minute, Count count, long amount) {}
