package io.switchboard.routing.engine;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * When a queue is open.
 *
 * @param zone whose wall clock is meant
 * @param open by day of the week, in order and apart from each other; a day that is missing is closed
 * @param holidays closed, whatever the day of the week
 */
public record Hours(ZoneId zone, Map<DayOfWeek, List<Span>> open, Set<LocalDate> holidays) {
    /** A queue that does not open within this many days never opens. */
    static final int LONGEST_CLOSURE_DAYS = 400;

    /** From an hour to an hour of one day; {@code to} is outside, and midnight as an end is the day's. */
    public record Span(LocalTime from, LocalTime to) {}

    /** Copies the collections. */
    public Hours {
        open = Map.copyOf(open);
        holidays = Set.copyOf(holidays);
    }

    /** Returns {@code at} when it is open then, else when it opens next, or {@code at} when it never does. */
    public long nextOpen(long at) {
        return after(at, 0);
    }

    /** Returns when so much open time has passed since {@code from}; counted as open when it never opens. */
    public long after(long from, long openTime) {
        long left = openTime;
        LocalDate first = Instant.ofEpochMilli(from).atZone(zone).toLocalDate();
        for (LocalDate day = first; day.isBefore(first.plusDays(LONGEST_CLOSURE_DAYS)); day = day.plusDays(1)) {
            for (Span span :
                    holidays.contains(day) ? List.<Span>of() : open.getOrDefault(day.getDayOfWeek(), List.of())) {
                long start = Math.max(from, millis(day, span.from()));
                long end = span.to().equals(LocalTime.MIDNIGHT)
                        ? millis(day.plusDays(1), span.to())
                        : millis(day, span.to());
                if (start < end && left <= end - start) {
                    return start + left;
                }
                left -= Math.max(0, end - start);
            }
        }
        return from + openTime;
    }

    // Through the zone, so that a day of 23 or 25 hours is as long as it is.
    private long millis(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(zone).toInstant().toEpochMilli();
    }

    /** Returns the open time of a week without holidays. */
    Duration openPerWeek() {
        long seconds = open.values().stream()
                .flatMap(List::stream)
                .mapToLong(span -> (span.to().equals(LocalTime.MIDNIGHT)
                                ? 86_400
                                : span.to().toSecondOfDay())
                        - span.from().toSecondOfDay())
                .sum();
        return Duration.ofSeconds(seconds);
    }
}
