package io.switchboard.profile.hours;

import io.switchboard.contracts.routing.OpeningHours;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Opening hours without any cleverness: each quarter of an hour is looked at; nothing changes within one. */
record PlainHours(List<Since> told) {
    static final Duration QUARTER = Duration.ofMinutes(15);

    /** What holds since a moment; null: always open. */
    record Since(Instant since, @Nullable OpeningHours hours) {}

    /** Returns the seconds between two moments that were open; both at the beginning of a quarter. */
    long openSeconds(Instant since, Instant until) {
        long quarters = 0;
        for (Instant quarter = since; quarter.isBefore(until); quarter = quarter.plus(QUARTER)) {
            quarters += isOpen(quarter) ? 1 : 0;
        }
        return quarters * QUARTER.toSeconds();
    }

    boolean isOpen(Instant moment) {
        OpeningHours hours = told.stream()
                .filter(one -> !one.since().isAfter(moment))
                .reduce((_, later) -> later)
                .orElse(told.getFirst())
                .hours();
        if (hours == null) {
            return true;
        }
        ZoneId zone = ZoneId.of(hours.zone());
        LocalDate day = moment.atZone(zone).toLocalDate();
        String name = day.getDayOfWeek().name().toLowerCase(Locale.ROOT);
        return !hours.holidays().contains(day.toString())
                && hours.open().getOrDefault(name, List.of()).stream()
                        .map(span -> span.split("-"))
                        .anyMatch(span -> !moment.isBefore(at(day, span[0], zone))
                                && moment.isBefore(
                                        span[1].equals("24:00")
                                                ? at(day.plusDays(1), "00:00", zone)
                                                : at(day, span[1], zone)));
    }

    private static Instant at(LocalDate day, String time, ZoneId zone) {
        return day.atTime(LocalTime.parse(time)).atZone(zone).toInstant();
    }
}
