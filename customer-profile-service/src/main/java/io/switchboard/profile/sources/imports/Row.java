package io.switchboard.profile.sources.imports;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * One row of a file.
 *
 * @param line its first line, counted from 1
 * @param record the row as an object; of CSV the columns by name. Null when it could not be read as one
 * @param problem why it can't be taken; null when it may be
 * @param raw the row as it was where there is no record; null otherwise
 */
record Row(
        long line,
        @Nullable JsonNode record,
        @Nullable String problem,
        @Nullable String raw) {

    static Row good(long line, JsonNode record) {
        return new Row(line, record, null, null);
    }

    static Row bad(long line, String problem, @Nullable JsonNode record, @Nullable String raw) {
        return new Row(line, record, problem, raw);
    }

    /** Returns the row as one that can't be taken, for a reason found later. */
    Row because(String reason) {
        return new Row(line, record, reason, raw);
    }
}
