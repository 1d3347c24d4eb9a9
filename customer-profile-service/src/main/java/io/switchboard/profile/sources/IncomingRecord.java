package io.switchboard.profile.sources;

import java.time.Instant;
import java.util.Map;

/**
 * What a source says of one of its records.
 *
 * @param recordId the record's id there
 * @param at when it was so, in microseconds, as the database keeps time
 * @param gone whether the source has it no more; then there are no fields
 * @param fields what it says, by profile field
 */
public record IncomingRecord(String recordId, Instant at, boolean gone, Map<String, String> fields) {
    public IncomingRecord {
        fields = Map.copyOf(fields);
    }

    /** Returns the news that a source has a record no more. */
    public static IncomingRecord gone(String recordId, Instant at) {
        return new IncomingRecord(recordId, at, true, Map.of());
    }
}
