package io.switchboard.gateway.channel.messenger;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** Reads fields of the Graph API, whatever they hold. Pure. */
final class GraphFields {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssXX");

    private GraphFields() {}

    /** Returns a text or a number as text; null when it is neither, or empty. */
    static @Nullable String text(JsonNode node, String field) {
        JsonNode value = node.path(field);
        return value.isValueNode() && !value.isNull() && !value.asText().isEmpty() ? value.asText() : null;
    }

    /** Returns a moment, told as {@code 2026-01-01T00:00:00+0000} or in seconds; null when it is neither. */
    static @Nullable Instant time(JsonNode node, String field) {
        JsonNode value = node.path(field);
        try {
            return value.isIntegralNumber()
                    ? Instant.ofEpochSecond(value.asLong())
                    : OffsetDateTime.parse(value.asText(), TIME).toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }
}
