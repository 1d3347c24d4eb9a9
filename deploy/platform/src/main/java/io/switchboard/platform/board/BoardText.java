package io.switchboard.platform.board;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** The board of routing's API as text. */
final class BoardText {
    private static final int SECONDS_PER_MINUTE = 60;
    private static final int SECONDS_PER_HOUR = 3600;

    private BoardText() {}

    static String of(JsonNode board) {
        Instant now = Instant.parse(board.get("at").asText());
        return "%s   today since midnight in %s%n%n%s%n%s"
                .formatted(
                        now.truncatedTo(ChronoUnit.SECONDS),
                        board.get("zone").asText(),
                        queues(board),
                        agents(board, now));
    }

    private static Table queues(JsonNode board) {
        var table = new Table()
                .row(
                        "queue",
                        "waiting",
                        "oldest",
                        "later",
                        "offered",
                        "held",
                        "late",
                        "SL 30'",
                        "SL day",
                        "ASA",
                        "AHT",
                        "abandoned",
                        "answered");
        int waiting = 0;
        for (JsonNode queue : board.get("queues")) {
            JsonNode today = queue.get("today");
            waiting += queue.get("waiting").asInt();
            table.row(
                    queue.get("queue").asText(),
                    queue.get("waiting").asText(),
                    time(queue.get("oldestWaitSeconds")),
                    queue.get("deferred").asText(),
                    queue.get("offered").asText(),
                    queue.get("held").asText(),
                    String.valueOf(queue.get("breached").asInt()
                            + queue.get("escalated").asInt()),
                    share(queue.get("last30Minutes").get("serviceLevel")),
                    share(today.get("serviceLevel")),
                    time(today.get("averageSpeedOfAnswerSeconds")),
                    time(today.get("averageHandleTimeSeconds")),
                    share(today.get("abandonment")),
                    today.get("answered").asText());
        }
        JsonNode recent = board.get("last30Minutes").get("work");
        JsonNode today = board.get("today").get("work");
        return table.row(
                "all",
                String.valueOf(waiting),
                "",
                "",
                "",
                "",
                "",
                share(recent.get("serviceLevel")),
                share(today.get("serviceLevel")),
                time(today.get("averageSpeedOfAnswerSeconds")),
                time(today.get("averageHandleTimeSeconds")),
                share(today.get("abandonment")),
                today.get("answered").asText());
    }

    private static Table agents(JsonNode board, Instant now) {
        var table = new Table()
                .row("agent", "presence", "for", "offered", "held", "wrap-up", "handled", "AHT", "missed", "occupancy");
        for (JsonNode agent : board.get("agents")) {
            JsonNode today = agent.get("today");
            table.row(
                    agent.get("agent").asText(),
                    agent.get("presence").asText("-").toLowerCase(Locale.ROOT).replace('_', ' '),
                    time(Duration.between(Instant.parse(agent.get("since").asText()), now)
                            .toSeconds()),
                    agent.get("offered").asText(),
                    agent.get("held").asText(),
                    agent.get("wrappingUp").asText(),
                    today.get("handled").asText(),
                    time(today.get("averageHandleTimeSeconds")),
                    share(today.get("missed")),
                    share(today.get("occupancy")));
        }
        return table;
    }

    private static String share(JsonNode share) {
        return share.isNumber() ? Math.round(share.asDouble() * 100) + " %" : "-";
    }

    private static String time(JsonNode seconds) {
        return seconds.isNumber() ? time(Math.round(seconds.asDouble())) : "-";
    }

    static String time(long seconds) {
        if (seconds < SECONDS_PER_MINUTE) {
            return seconds + " s";
        }
        return seconds < SECONDS_PER_HOUR
                ? "%d:%02d min".formatted(seconds / SECONDS_PER_MINUTE, seconds % SECONDS_PER_MINUTE)
                : "%d:%02d h".formatted(seconds / SECONDS_PER_HOUR, seconds % SECONDS_PER_HOUR / SECONDS_PER_MINUTE);
    }
}
