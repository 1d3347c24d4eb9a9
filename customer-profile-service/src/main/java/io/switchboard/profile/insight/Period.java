package io.switchboard.profile.insight;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Some whole days by the wall clock of a place, and the hours and days in it. A day has 23, 24 or 25 hours; the hour that
 * comes twice when clocks are set back is two hours, told apart by their offset.
 *
 * @param from the first day
 * @param to the last day
 * @param zone whose wall clock
 */
public record Period(LocalDate from, LocalDate to, ZoneId zone) {
    /** The longest that is counted at once: every message and contact is looked at, and somebody waits. */
    public static final int MOST_DAYS = 92;

    /** The longest that is told hour by hour. */
    public static final int MOST_DAYS_BY_HOUR = 31;

    private static final Set<String> ZONES = Set.copyOf(ZoneId.getAvailableZoneIds());

    /** A period, or why there is none. */
    public sealed interface Reading {
        /** It can be counted. */
        record Sound(Period period) implements Reading {}

        /** It can't be; the sentence names what is wrong and why. */
        record Refused(String why) implements Reading {}
    }

    /** A span within a period. */
    public record Span(Instant start, String label) {}

    /**
     * Reads a period as a caller writes it.
     *
     * @param from the first day, such as {@code 2026-03-29}
     * @param to the last day; null: the first
     * @param zone such as {@code Europe/Berlin}; null: UTC
     */
    public static Reading read(@Nullable String from, @Nullable String to, @Nullable String zone, Instant now) {
        // Offsets are refused: whoever means a place would be wrong for half of the year.
        if (zone != null && !ZONES.contains(zone)) {
            return new Reading.Refused("zone: there is no time zone called " + quoted(zone) + ".");
        }
        ZoneId there = ZoneId.of(zone == null ? "UTC" : zone);
        LocalDate today = LocalDate.ofInstant(now, there);
        LocalDate first = day(from);
        LocalDate last = to == null ? first : day(to);
        if (first == null) {
            return new Reading.Refused("from: give a day such as 2026-03-29.");
        }
        if (last == null) {
            return new Reading.Refused("to: give a day such as 2026-03-29.");
        }
        if (first.isAfter(today)) {
            return new Reading.Refused("from: " + first + " is in the future.");
        }
        if (last.isAfter(today)) {
            return new Reading.Refused("to: " + last + " is in the future.");
        }
        if (last.isBefore(first)) {
            return new Reading.Refused("to: " + last + " is before " + first + ".");
        }
        if (ChronoUnit.DAYS.between(first, last) >= MOST_DAYS) {
            return new Reading.Refused("to: at most " + MOST_DAYS + " days are counted at once.");
        }
        return new Reading.Sound(new Period(first, last, there));
    }

    private static @Nullable LocalDate day(@Nullable String text) {
        try {
            LocalDate day = text == null ? null : LocalDate.parse(text);
            return day == null || day.getYear() < 1970 ? null : day;
        } catch (DateTimeParseException notADay) {
            return null;
        }
    }

    private static String quoted(String zone) {
        String plain = zone.replaceAll("[^A-Za-z0-9_+:/-]", "?");
        return "\"" + (plain.length() > 40 ? plain.substring(0, 40) + "…" : plain) + "\"";
    }

    /** Returns the moment it begins. */
    public Instant start() {
        return startOf(from);
    }

    /** Returns the first moment behind it. */
    public Instant end() {
        return startOf(to.plusDays(1));
    }

    /** Returns its length in days. */
    public long length() {
        return ChronoUnit.DAYS.between(from, to) + 1;
    }

    /** Returns as many days just before. */
    public Period before() {
        return new Period(from.minusDays(length()), from.minusDays(1), zone);
    }

    /** Returns the spans that a grouping by time tells apart; none without one. */
    public List<Span> spans(List<Grouping> by) {
        return by.contains(Grouping.HOUR) ? hours() : by.contains(Grouping.DAY) ? days() : List.of();
    }

    /** Returns its days, in order. */
    public List<Span> days() {
        return from.datesUntil(to.plusDays(1))
                .map(day -> new Span(startOf(day), day.toString()))
                .toList();
    }

    /** Returns its hours, in order, from the beginning of each day. */
    public List<Span> hours() {
        var hours = new ArrayList<Span>();
        for (LocalDate day = from; !day.isAfter(to); day = day.plusDays(1)) {
            Instant end = startOf(day.plusDays(1));
            for (Instant hour = startOf(day); hour.isBefore(end); hour = hour.plus(Duration.ofHours(1))) {
                hours.add(new Span(hour, DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(hour.atZone(zone))));
            }
        }
        return hours;
    }

    private Instant startOf(LocalDate day) {
        return day.atStartOfDay(zone).toInstant();
    }
}
