package io.switchboard.gateway.channel.messenger;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;

/**
 * The time that one look is about.
 *
 * @param since its begin
 * @param until its end: what is younger may still be on its way to the webhook
 */
record Window(Instant since, Instant until) {

    /** Returns what was created within. */
    List<JsonNode> within(List<JsonNode> items) {
        return items.stream()
                .filter(item -> {
                    Instant created = GraphFields.time(item, "created_time");
                    return created != null && !created.isBefore(since) && !created.isAfter(until);
                })
                .toList();
    }

    /** Tells whether a part of a list, newest first, may be followed by something within. */
    boolean reaches(List<JsonNode> part, String field) {
        return reaches(part, field, since);
    }

    /** Tells whether a part of a list, newest first, may be followed by something that is not older than {@code since}. */
    static boolean reaches(List<JsonNode> part, String field, Instant since) {
        // Parts may be empty in the middle of a list: what nobody may see is left out of them.
        return part.isEmpty() || part.stream().anyMatch(item -> !isOlder(item, field, since));
    }

    /** Tells whether something is known to be older. */
    static boolean isOlder(JsonNode item, String field, Instant since) {
        Instant time = GraphFields.time(item, field);
        return time != null && time.isBefore(since);
    }
}
