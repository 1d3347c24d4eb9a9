package io.switchboard.profile.sources;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How one profile field is made of a record. White space around a value never counts.
 *
 * @param from where the record has it; a CSV row is an object of its columns
 * @param lower whether case is dropped
 * @param words what words become; {@code *} stands for any other, and without it another word is refused
 * @param date the pattern of a date, which becomes ISO 8601; null when it is none
 */
public record FieldRule(
        JsonPointer from,
        boolean lower,
        Map<String, String> words,
        @Nullable String date) {
    private static final String ANY_OTHER = "*";

    public FieldRule {
        words = Map.copyOf(words);
    }

    /**
     * Returns what {@code record} says; empty when it says nothing.
     *
     * @throws BadRecordException when it says what can't be understood
     */
    public Optional<String> apply(String field, JsonNode record) {
        return text(field, record.at(from))
                .map(value -> lower ? value.toLowerCase(Locale.ROOT) : value)
                .map(value -> word(field, value))
                .map(value -> date == null ? value : isoDate(field, value, date));
    }

    /** Returns the text of a value, without what PostgreSQL can't keep; empty when there is none. */
    static Optional<String> text(String field, JsonNode value) {
        if (value.isContainerNode()) {
            throw new BadRecordException(field + " is not a single value");
        }
        if (value.isMissingNode() || value.isNull()) {
            return Optional.empty();
        }
        String text = value.asText().replace('\u0000', '\uFFFD').strip();
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    private String word(String field, String value) {
        if (words.isEmpty()) {
            return value;
        }
        String word = words.getOrDefault(value, words.get(ANY_OTHER));
        if (word == null) {
            throw new BadRecordException(field + " has a word that the source's file does not map");
        }
        return word;
    }

    private static String isoDate(String field, String value, String pattern) {
        try {
            return LocalDate.parse(value, formatter(pattern)).toString();
        } catch (DateTimeException e) {
            throw new BadRecordException(field + " is not a date like " + pattern);
        }
    }

    /** Strict, so that there is no 31st of February; {@code y} means the year, as people write it. */
    static DateTimeFormatter formatter(String pattern) {
        return DateTimeFormatter.ofPattern(pattern.replace('y', 'u'), Locale.ROOT)
                .withResolverStyle(ResolverStyle.STRICT);
    }
}
