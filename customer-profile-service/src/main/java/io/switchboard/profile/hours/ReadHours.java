package io.switchboard.profile.hours;

import io.switchboard.contracts.routing.OpeningHours;
import io.switchboard.contracts.routing.RoutingSetup.Queue;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads opening hours as routing does. What routing would refuse counts as always open: better by the clock than not at all. */
final class ReadHours {
    private static final Pattern SPAN = Pattern.compile("(\\d\\d:\\d\\d)-(\\d\\d:\\d\\d)");
    private static final String END_OF_DAY = "24:00";

    private ReadHours() {}

    /** The hours of a queue; and what can't be read of them, or null. */
    record Reading(QueueHours hours, @Nullable String problem) {

        static Reading unreadable(String queue, String problem) {
            return new Reading(QueueHours.always(queue), problem);
        }
    }

    /** Times as they are written, two digits each, so that the alphabet orders them. */
    private record Span(int day, String opens, String closes) {}

    static Reading of(Queue queue) {
        OpeningHours written = queue.hours();
        if (written == null) {
            return new Reading(QueueHours.always(queue.name()), null);
        }
        try {
            return new Reading(hours(queue.name(), written), null);
        } catch (DateTimeException | IllegalArgumentException unreadable) {
            return Reading.unreadable(queue.name(), String.valueOf(unreadable.getMessage()));
        }
    }

    private static QueueHours hours(String queue, OpeningHours written) {
        String zone = zone(written.zone());
        List<Span> spans = written.open().entrySet().stream()
                .flatMap(day -> spans(day.getKey(), day.getValue()))
                .distinct()
                .sorted(Comparator.comparing(Span::day).thenComparing(Span::opens))
                .toList();
        List<String> holidays = written.holidays().stream()
                .map(day -> LocalDate.parse(day).toString())
                .sorted()
                .toList();
        // What never opens counts as open in routing, too.
        return spans.isEmpty()
                ? QueueHours.always(queue)
                : new QueueHours(
                        queue,
                        zone,
                        spans.stream().map(Span::day).toList(),
                        spans.stream().map(Span::opens).toList(),
                        spans.stream().map(Span::closes).toList(),
                        holidays);
    }

    /** What is missing in JSON comes as null. PostgreSQL knows offsets by their opposite only: so POSIX had it. */
    private static String zone(@Nullable String name) {
        ZoneId zone = ZoneId.of(String.valueOf(name));
        if (!(zone.normalized() instanceof ZoneOffset offset)) {
            return zone.getId();
        }
        return offset.equals(ZoneOffset.UTC) ? "UTC" : "UTC" + ZoneOffset.ofTotalSeconds(-offset.getTotalSeconds());
    }

    private static Stream<Span> spans(String day, List<String> spans) {
        int weekday = DayOfWeek.valueOf(day.toUpperCase(Locale.ROOT)).getValue();
        return spans.stream().map(text -> span(weekday, text));
    }

    private static Span span(int day, String text) {
        Matcher ends = SPAN.matcher(text);
        if (!ends.matches()) {
            throw new IllegalArgumentException(text + " is no span like 09:00-17:00");
        }
        String opens = LocalTime.parse(ends.group(1)).toString();
        String closes = ends.group(2).equals(END_OF_DAY)
                ? "00:00"
                : LocalTime.parse(ends.group(2)).toString();
        Span span = new Span(day, opens, closes.equals("00:00") ? END_OF_DAY : closes);
        if (span.opens().compareTo(span.closes()) >= 0) {
            throw new IllegalArgumentException(text + " ends before it begins");
        }
        return span;
    }
}
