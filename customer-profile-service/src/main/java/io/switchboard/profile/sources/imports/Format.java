package io.switchboard.profile.sources.imports;

import java.util.Locale;
import java.util.Optional;

/** How a file's rows are written. */
public enum Format {
    /** With a header; quotes and line breaks as in RFC 4180. */
    CSV,
    /** One JSON object a line. */
    NDJSON;

    /** Returns the format called so, in any case. */
    public static Optional<Format> of(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "csv" -> Optional.of(CSV);
            case "ndjson", "jsonl" -> Optional.of(NDJSON);
            default -> Optional.empty();
        };
    }
}
