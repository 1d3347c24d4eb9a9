package io.switchboard.profile.insight;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;

/**
 * When an hour is counted and told to others. Pure. It is told three times: soon, so that there is something to see; a day
 * later, when most has been answered; and when no contact can continue one of it any more.
 *
 * @param name which time it is
 * @param after how long after its end an hour is told
 */
record Round(String name, Duration after) {
    /** What is still on its way when an hour ends. */
    private static final Duration ON_ITS_WAY = Duration.ofMinutes(5);

    private static final Duration HOUR = Duration.ofHours(1);
    /** So that one centre that was left alone for long does not keep the others waiting. */
    private static final int MOST = 24;

    /** Returns all three. */
    static List<Round> of(Duration journeyWindow) {
        return List.of(
                new Round("SOON", ON_ITS_WAY),
                new Round("DAY", Duration.ofDays(1)),
                new Round("SETTLED", journeyWindow.plus(Duration.ofDays(1))));
    }

    /** Returns from when a centre is told of that never was: what came before is for those who ask. */
    static Instant beginning(Instant now) {
        return now.truncatedTo(ChronoUnit.HOURS);
    }

    /** Returns the beginnings of the hours from {@code told} on that are due, the oldest first; some at a time. */
    List<Instant> due(Instant told, Instant now) {
        return Stream.iterate(told, hour -> !hour.plus(HOUR).plus(after).isAfter(now), hour -> hour.plus(HOUR))
                .limit(MOST)
                .toList();
    }

    /** Returns the first moment behind an hour. */
    static Instant end(Instant hour) {
        return hour.plus(HOUR);
    }
}
