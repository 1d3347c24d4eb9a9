package io.switchboard.routing.setup;

import io.switchboard.contracts.routing.OpeningHours;
import io.switchboard.routing.engine.Hours;
import io.switchboard.routing.engine.Hours.Span;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads opening hours as people write them. */
final class ReadHours {
    private static final Pattern SPAN = Pattern.compile("(\\d\\d:\\d\\d)-(\\d\\d:\\d\\d)");
    private static final String END_OF_DAY = "24:00";

    private final String field;
    private final Collection<String> problems;
    private boolean readable = true;

    ReadHours(String field, Collection<String> problems) {
        this.field = field;
        this.problems = problems;
    }

    /** Returns the hours; empty when something can't be read, which then is among the problems. */
    Optional<Hours> read(OpeningHours written) {
        Optional<ZoneId> zone = zone(written.zone());
        Map<DayOfWeek, List<Span>> open = new EnumMap<>(DayOfWeek.class);
        written.open()
                .forEach((name, spans) ->
                        day(name).ifPresent(day -> open.put(day, spans(field + ".open." + name, spans))));
        Set<LocalDate> holidays = new HashSet<>();
        written.holidays()
                .forEach(date -> attempt(
                                () -> LocalDate.parse(date), field + ".holidays", date + " is no day like 2026-12-25")
                        .ifPresent(holidays::add));
        return zone.filter(_ -> readable).map(known -> new Hours(known, open, holidays));
    }

    @SuppressWarnings("ConstantValue") // what is missing in JSON comes as null
    private Optional<ZoneId> zone(String name) {
        return attempt(
                () -> ZoneId.of(name == null ? "" : name),
                field + ".zone",
                name == null ? "missing" : name + " is no time zone like Europe/Berlin");
    }

    private Optional<DayOfWeek> day(String name) {
        for (DayOfWeek day : DayOfWeek.values()) {
            if (day.name().toLowerCase(Locale.ROOT).equals(name)) {
                return Optional.of(day);
            }
        }
        return refuse(field + ".open." + name, "must be monday to sunday");
    }

    private List<Span> spans(String where, List<String> written) {
        List<Span> spans = new ArrayList<>();
        for (String text : written) {
            span(where, text).ifPresent(spans::add);
        }
        return spans;
    }

    private Optional<Span> span(String where, String text) {
        String problem = text + " is no span like 09:00-17:00";
        Matcher ends = SPAN.matcher(text);
        if (!ends.matches()) {
            return refuse(where, problem);
        }
        String to = ends.group(2).equals(END_OF_DAY) ? "00:00" : ends.group(2);
        return attempt(() -> new Span(LocalTime.parse(ends.group(1)), LocalTime.parse(to)), where, problem);
    }

    private <T> Optional<T> attempt(Supplier<T> reading, String where, String otherwise) {
        try {
            return Optional.of(reading.get());
        } catch (DateTimeException unreadable) {
            return refuse(where, otherwise);
        }
    }

    private <T> Optional<T> refuse(String where, String problem) {
        readable = false;
        problems.add(where + ": " + problem);
        return Optional.empty();
    }
}
