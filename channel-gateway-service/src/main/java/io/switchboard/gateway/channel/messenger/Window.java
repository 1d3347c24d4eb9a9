package io.switchboard.gateway.channel.messenger;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The time that one look is about.
 *
 * @param since its begin
 * @param until its end: what is younger may still be on its way to the webhook
 */
record Window(Instant since, Instant until) {
    /** Webhooks take seconds. */
    private static final Duration ON_ITS_WAY = Duration.ofMinutes(1);
    /** Covers what was on its way before, and clocks that differ. */
    private static final Duration OVERLAP = Duration.ofMinutes(15);

    /**
     * Returns the time that the next look is about.
     *
     * @param lastLook when the last one began; empty for a page that is new here: what was written before is not ours
     * @param longest how far it goes back at most
     */
    static Window of(Optional<Instant> lastLook, Instant now, Duration longest) {
        Instant oldest = now.minus(longest);
        Instant since = lastLook.map(last -> last.minus(OVERLAP)).orElse(now);
        return new Window(since.isBefore(oldest) ? oldest : since, now.minus(ON_ITS_WAY));
    }

    /** Returns what was created within. */
    List<JsonNode> within(List<JsonNode> items) {
        return items.stream()
                .filter(item -> {
                    Instant created = GraphFields.time(item, "created_time");
                    return created != null && !created.isBefore(since) && !created.isAfter(until);
                })
                .toList();
    }

    /** Tells whether a part of a list that is strictly newest first may be followed by something within. */
    boolean goesOn(List<JsonNode> part) {
        return part.isEmpty() || !isOlder(part.getLast(), "created_time", since);
    }

    /** Tells the same of one that is so by and large: a whole part must be older before it is left. */
    static boolean goesOn(List<JsonNode> part, String field, Instant since) {
        // Parts may be empty in the middle of a list: what nobody may see is left out of them.
        return part.isEmpty() || part.stream().anyMatch(item -> !isOlder(item, field, since));
    }

    /** Tells whether something is known to be older. */
    static boolean isOlder(JsonNode item, String field, Instant since) {
        Instant time = GraphFields.time(item, field);
        return time != null && time.isBefore(since);
    }
}
