package io.switchboard.profile.sources;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What holds where sources differ: what the source of the greatest precedence says, and of those the latest. Of the same
 * instant the source and id that come last in the alphabet, so that it is always the same.
 */
public final class WhatHolds {
    private static final Comparator<Statement> WEIGHT = Comparator.comparingInt(Statement::precedence)
            .thenComparing(Statement::at)
            .thenComparing(Statement::source)
            .thenComparing(Statement::recordId);

    private WhatHolds() {}

    /**
     * What one source says of one field.
     *
     * @param value the value
     * @param source the system that says so
     * @param recordId its record
     * @param precedence the source's
     * @param since when it first said so
     * @param at when it said so last
     */
    public record Statement(String value, String source, String recordId, int precedence, Instant since, Instant at) {}

    /**
     * A field of a customer's profile.
     *
     * @param field its name
     * @param holds what holds
     * @param overruled what others say, the weightiest first
     */
    public record Attribute(String field, Statement holds, List<Statement> overruled) {
        public Attribute {
            overruled = List.copyOf(overruled);
        }
    }

    /**
     * Returns a customer's fields by name.
     *
     * @param records of all their handles, in any order
     * @param precedence of a source
     */
    public static List<Attribute> of(Collection<SourceRecord> records, ToIntFunction<String> precedence) {
        return records.stream()
                .filter(record -> !record.gone())
                .flatMap(record -> statements(record, precedence.applyAsInt(record.source())))
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, TreeMap::new, Collectors.mapping(Map.Entry::getValue, Collectors.toList())))
                .entrySet()
                .stream()
                .map(field -> attribute(field.getKey(), field.getValue()))
                .toList();
    }

    /** Returns the values that hold, by field. */
    public static Map<String, String> values(Collection<SourceRecord> records, ToIntFunction<String> precedence) {
        return of(records, precedence).stream()
                .collect(Collectors.toMap(
                        Attribute::field, attribute -> attribute.holds().value()));
    }

    private static Stream<Map.Entry<String, Statement>> statements(SourceRecord record, int precedence) {
        return record.fields().entrySet().stream()
                .map(field -> Map.entry(
                        field.getKey(),
                        new Statement(
                                field.getValue().value(),
                                record.source(),
                                record.recordId(),
                                precedence,
                                field.getValue().since(),
                                record.at())));
    }

    private static Attribute attribute(String field, List<Statement> statements) {
        List<Statement> weighed = statements.stream().sorted(WEIGHT.reversed()).toList();
        return new Attribute(field, weighed.getFirst(), weighed.subList(1, weighed.size()));
    }
}
