package io.switchboard.routing.board;

import io.switchboard.routing.measures.Count;
import io.switchboard.routing.measures.Entry;
import io.switchboard.routing.measures.Subject;
import io.switchboard.routing.measures.Tally;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * What a board keeps of the minutes: each of the last two hours, and the sums of today and yesterday. Of agents, minutes
 * have the sum of all: hundreds of agents would make them large.
 */
final class RecentTallies {
    /** The window of half an hour reaches back less; the rest is for a clock that is late. */
    static final Duration MINUTES_KEPT = Duration.ofHours(2);

    static final Duration DAYS_KEPT = Duration.ofDays(2);
    /** The name of all agents together. */
    static final String ALL = "";

    private final ZoneId zone;
    private final NavigableMap<Instant, Map<Subject, Tally>> minutes = new TreeMap<>();
    private final NavigableMap<LocalDate, Map<Subject, Tally>> days = new TreeMap<>();

    RecentTallies(ZoneId zone) {
        this.zone = zone;
    }

    /** Adds what was counted, as far as it is recent at {@code now}, and forgets what is not any more. */
    void add(List<Entry> entries, Instant now) {
        Instant oldest = now.minus(MINUTES_KEPT);
        LocalDate firstDay = now.atZone(zone).toLocalDate().minusDays(1);
        minutes.headMap(oldest).clear();
        days.headMap(firstDay).clear();
        for (Entry entry : entries) {
            LocalDate day = entry.minute().atZone(zone).toLocalDate();
            if (!entry.minute().isBefore(oldest)) {
                add(minutes.computeIfAbsent(entry.minute(), _ -> new HashMap<>()), inMinutes(entry.subject()), entry);
            }
            if (!day.isBefore(firstDay)) {
                add(days.computeIfAbsent(day, _ -> new HashMap<>()), entry.subject(), entry);
            }
        }
    }

    private static void add(Map<Subject, Tally> tallies, Subject subject, Entry entry) {
        tallies.merge(subject, Tally.NOTHING.plus(entry.count(), entry.amount()), Tally::plus);
    }

    private static Subject inMinutes(Subject subject) {
        return switch (subject.kind()) {
            case QUEUE -> subject;
            case AGENT -> Subject.agent(ALL);
        };
    }

    void into(Writes writes) {
        minutes.forEach((minute, tallies) -> into(writes, BoardKeys.minute(minute), MINUTES_KEPT, tallies));
        days.forEach((day, tallies) -> into(writes, BoardKeys.day(day), DAYS_KEPT, tallies));
    }

    private static void into(Writes writes, String key, Duration kept, Map<Subject, Tally> tallies) {
        tallies.forEach((subject, tally) -> tally.amounts().forEach((count, amount) -> {
            String field = subject.kind() + "|" + count + "|" + subject.name();
            if (count.isGreatest()) {
                writes.greatest(key, field, amount);
            } else {
                writes.sum(key, field, amount);
            }
        }));
        writes.expire(key, kept);
    }

    /** Reads back what {@link #into} wrote. */
    static Map<Subject, Tally> read(Map<String, String> fields) {
        Map<Subject, Tally> tallies = new HashMap<>();
        fields.forEach((field, amount) -> {
            int kind = field.indexOf('|');
            int count = field.indexOf('|', kind + 1);
            var subject = new Subject(Subject.Kind.valueOf(field.substring(0, kind)), field.substring(count + 1));
            Tally tally = tallies.getOrDefault(subject, Tally.NOTHING);
            tallies.put(subject, tally.plus(Count.valueOf(field.substring(kind + 1, count)), Long.parseLong(amount)));
        });
        return tallies;
    }

    /** Returns every key of tallies that there can be at {@code now}. */
    static List<String> keys(ZoneId zone, Instant now) {
        List<String> keys = new ArrayList<>();
        for (Instant minute = now.minus(MINUTES_KEPT); !minute.isAfter(now); minute = minute.plusSeconds(60)) {
            keys.add(BoardKeys.minute(minute));
        }
        LocalDate today = now.atZone(zone).toLocalDate();
        for (long back = DAYS_KEPT.toDays(); back >= -1; back--) {
            keys.add(BoardKeys.day(today.minusDays(back)));
        }
        return keys;
    }
}
