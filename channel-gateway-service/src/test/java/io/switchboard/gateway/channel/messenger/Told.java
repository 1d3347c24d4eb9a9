package io.switchboard.gateway.channel.messenger;

import java.time.Instant;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Answers of the Graph API, as its documentation shows them. */
final class Told {
    private Told() {}

    /** A list's part; {@code next} is the cursor to the next one, or null. */
    static String list(String next, String... items) {
        String paging = next == null
                ? "\"cursors\":{\"before\":\"b\",\"after\":\"the-end\"}"
                : "\"cursors\":{\"before\":\"b\",\"after\":\"" + next
                        + "\"},\"next\":\"http://169.254.169.254/v23.0/elsewhere?access_token=secret&after=wrong\"";
        return "{\"data\":[" + Arrays.stream(items).collect(Collectors.joining(",")) + "],\"paging\":{" + paging + "}}";
    }

    static String conversation(String id, Instant updated, String messages) {
        return "{\"id\":\"" + id + "\",\"updated_time\":\"" + time(updated) + "\",\"messages\":" + messages + "}";
    }

    static String message(String id, String from, Instant created, String text) {
        return "{\"id\":\"" + id + "\",\"created_time\":\"" + time(created)
                + "\",\"from\":{\"name\":\"Carla Customer\",\"email\":\"" + from + "@facebook.com\",\"id\":\"" + from
                + "\"},\"message\":\"" + text + "\",\"new_field\":[1]}";
    }

    static String post(String id, String from, Instant created, String text, String comments) {
        String post = message(id, from, created, text);
        return post.substring(0, post.length() - 1) + ",\"comments\":" + comments + "}";
    }

    /** As the API writes it: {@code 2026-01-01T00:00:00+0000}. */
    static String time(Instant moment) {
        return moment.toString().replaceFirst("(\\.\\d+)?Z$", "+0000");
    }
}
