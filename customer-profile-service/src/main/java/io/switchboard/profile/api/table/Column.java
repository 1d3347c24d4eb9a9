package io.switchboard.profile.api.table;

/**
 * A column of a table.
 *
 * @param name what it is called
 * @param kind what it holds; of any kind a value may be missing
 */
public record Column(String name, Kind kind) {
    /** What a column holds. */
    public enum Kind {
        /** Strings. */
        TEXT,
        /** Longs. */
        COUNT,
        /** Doubles. */
        NUMBER
    }
}
