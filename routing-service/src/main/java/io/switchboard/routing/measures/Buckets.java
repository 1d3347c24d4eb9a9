package io.switchboard.routing.measures;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** A tally for each subject and minute, and their sums. Not safe for use by several threads. */
public final class Buckets {
    private final Map<Subject, NavigableMap<Instant, Tally>> minutes = new HashMap<>();

    /** Adds what was counted. */
    public void add(Entry entry) {
        minutes.computeIfAbsent(entry.subject(), _ -> new TreeMap<>())
                .merge(entry.minute(), Tally.NOTHING.plus(entry.count(), entry.amount()), Tally::plus);
    }

    /** Adds all of these. */
    public void addAll(Iterable<Entry> entries) {
        entries.forEach(this::add);
    }

    /** Adds what other buckets counted. */
    public void addAll(Buckets others) {
        others.minutes.forEach((subject, tallies) -> tallies.forEach((minute, tally) ->
                minutes.computeIfAbsent(subject, _ -> new TreeMap<>()).merge(minute, tally, Tally::plus)));
    }

    /** Returns the sum of the minutes that begin at {@code from} or later, and before {@code to}. */
    public Tally sum(Subject subject, Instant from, Instant to) {
        return minutes.getOrDefault(subject, new TreeMap<>()).subMap(from, to).values().stream()
                .reduce(Tally.NOTHING, Tally::plus);
    }

    /** Returns the sum of all subjects of a kind: what the centre did. */
    public Tally sum(Subject.Kind kind, Instant from, Instant to) {
        return minutes.keySet().stream()
                .filter(subject -> subject.kind() == kind)
                .map(subject -> sum(subject, from, to))
                .reduce(Tally.NOTHING, Tally::plus);
    }

    /** Returns the sum of a day as it begins and ends in a time zone, be it 23, 24 or 25 hours long. */
    public Tally day(Subject subject, LocalDate day, ZoneId zone) {
        return sum(
                subject,
                day.atStartOfDay(zone).toInstant(),
                day.plusDays(1).atStartOfDay(zone).toInstant());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Buckets buckets && minutes.equals(buckets.minutes);
    }

    @Override
    public int hashCode() {
        return minutes.hashCode();
    }

    @Override
    public String toString() {
        return minutes.toString();
    }
}
