package io.switchboard.routing.board;

import io.smallrye.mutiny.Uni;
import io.switchboard.routing.board.BoardLines.Times;
import io.switchboard.routing.measures.AgentState;
import io.switchboard.routing.measures.Subject;
import io.switchboard.routing.measures.Tally;
import io.vertx.mutiny.redis.client.Response;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads boards from Redis; any replica can. */
@ApplicationScoped
class Boards {
    private static final int WINDOW_MINUTES = 30;

    private final BoardStore store;
    private final ZoneId zone;

    Boards(BoardStore store, BoardConfig config) {
        this.store = store;
        this.zone = config.zone();
    }

    /** A board, and the sequence of the last event on it. */
    record Seen(String sequence, Board board) {}

    /** Returns a centre's board; empty when nothing is known of the centre. */
    Uni<Board> of(String tenant, String centre, Instant now) {
        return look(tenant, centre, now).map(Seen::board);
    }

    Uni<Seen> look(String tenant, String centre, Instant now) {
        LocalDate today = now.atZone(zone).toLocalDate();
        Instant windowBegan = now.truncatedTo(ChronoUnit.MINUTES).minus(Duration.ofMinutes(WINDOW_MINUTES - 1));
        List<String> keys = new ArrayList<>(List.of(BoardKeys.day(today)));
        for (int i = 0; i < WINDOW_MINUTES; i++) {
            keys.add(BoardKeys.minute(windowBegan.plus(Duration.ofMinutes(i))));
        }
        var times = new Times(now, windowBegan, today.atStartOfDay(zone).toInstant(), zone.getId());
        return store.read(tenant, centre, keys)
                .map(found ->
                        new Seen(found.get(4).toString(), lines(found, times).board()));
    }

    private static BoardLines lines(Response found, Times times) {
        Map<String, AgentState> agents = new HashMap<>();
        BoardScripts.pairs(found.get(0))
                .forEach((name, json) -> agents.put(name, BoardStore.read(json, AgentState.class)));
        Map<String, Integer> counts = new HashMap<>();
        BoardScripts.pairs(found.get(1)).forEach((field, count) -> counts.put(field, Integer.valueOf(count)));
        Map<String, Instant> oldest = new HashMap<>();
        BoardScripts.pairs(found.get(3))
                .forEach((queue, start) -> oldest.put(queue, Instant.ofEpochMilli((long) Double.parseDouble(start))));
        Response tallies = found.get(2);
        Map<Subject, Tally> window = new HashMap<>();
        for (int i = 1; i < tallies.size(); i++) {
            RecentTallies.read(BoardScripts.pairs(tallies.get(i)))
                    .forEach((subject, tally) -> window.merge(subject, tally, Tally::plus));
        }
        Map<Subject, Tally> day = RecentTallies.read(BoardScripts.pairs(tallies.get(0)));
        return new BoardLines(agents, counts, window, day, oldest, times);
    }
}
