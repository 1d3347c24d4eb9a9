package io.switchboard.profile.sources;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Reads a record by its source's file. */
public final class RecordReader {
    /** Clocks differ a little; a date beyond that is a mistake that would win over everything that comes after it. */
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(5);

    private static final Pattern ID = Pattern.compile("\\P{Cntrl}{1,200}");
    /** A number of seconds is smaller than this until the year 5138; milliseconds have been greater since 1973. */
    private static final long FIRST_MILLIS = 100_000_000_000L;

    private RecordReader() {}

    /**
     * Reads a record.
     *
     * @param came when it came, which counts when the record itself says no time
     * @throws BadRecordException when it can't be taken
     */
    public static IncomingRecord read(Source source, JsonNode record, Instant came) {
        String id = id(source, record).orElseThrow(() -> new BadRecordException("the record has no id"));
        return read(source, id, record, came);
    }

    /**
     * Reads a record whose id is told beside it.
     *
     * @throws BadRecordException when it can't be taken, or says another id itself
     */
    public static IncomingRecord read(Source source, String recordId, JsonNode record, Instant came) {
        if (!record.isObject()) {
            throw new BadRecordException("the record is not an object");
        }
        id(source, record).filter(own -> !own.equals(recordId)).ifPresent(_ -> {
            throw new BadRecordException("the record says another id than its key");
        });
        Instant at = source.at()
                .flatMap(pointer -> FieldRule.text("at", record.at(pointer)))
                .map(RecordReader::time)
                .orElse(came);
        return new IncomingRecord(checkedId(recordId), checkedTime(at), false, fields(source, record));
    }

    /**
     * Reads that a record is gone.
     *
     * @throws BadRecordException when the id can't be one
     */
    public static IncomingRecord gone(String recordId, Instant at) {
        return IncomingRecord.gone(checkedId(recordId), checkedTime(at));
    }

    private static Optional<String> id(Source source, JsonNode record) {
        return FieldRule.text("id", record.at(source.id()));
    }

    private static Map<String, String> fields(Source source, JsonNode record) {
        Map<String, String> fields = new TreeMap<>();
        source.fields()
                .forEach((field, rule) -> rule.apply(field, record)
                        .map(value -> ProfileFields.normal(field, value))
                        .ifPresent(value -> fields.put(field, value)));
        return fields;
    }

    private static String checkedId(String id) {
        if (!ID.matcher(id).matches()) {
            throw new BadRecordException("the id is longer than 200 characters or has control characters");
        }
        return id;
    }

    /** Returns the time in the database's resolution. */
    static Instant checkedTime(Instant at) {
        if (at.isAfter(Instant.now().plus(CLOCKS_DIFFER))) {
            throw new BadRecordException("at is in the future");
        }
        if (at.isBefore(Instant.EPOCH)) {
            throw new BadRecordException("at is before 1970");
        }
        return at.truncatedTo(ChronoUnit.MICROS);
    }

    private static Instant time(String text) {
        try {
            if (text.chars().allMatch(Character::isDigit)) {
                long number = Long.parseLong(text);
                return number >= FIRST_MILLIS ? Instant.ofEpochMilli(number) : Instant.ofEpochSecond(number);
            }
            return text.length() == "2026-01-31".length()
                    ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
                    : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException | NumberFormatException e) {
            throw new BadRecordException(
                    "at is not a time such as 2026-01-31T12:00:00Z, nor a date, nor seconds or milliseconds since 1970");
        }
    }
}
