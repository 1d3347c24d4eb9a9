package io.switchboard.routing.board;

import io.quarkus.redis.datasource.ReactiveRedisDataSource;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.switchboard.contracts.Keys;
import io.switchboard.contracts.routing.Presence;
import io.switchboard.contracts.routing.RoutingEvent;
import io.switchboard.routing.board.Board.AgentLine;
import io.switchboard.routing.board.Board.QueueLine;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;

/** The boards in Redis. Each event is applied by one script, so that a reader never sees half of it. */
@ApplicationScoped
class BoardStore {
    private static final String SCRIPT = script();

    private final ReactiveRedisDataSource redis;

    BoardStore(ReactiveRedisDataSource redis) {
        this.redis = redis;
    }

    /** Applies an event; an event that was applied already changes nothing. */
    Uni<Void> apply(RoutingEvent event) {
        List<String> arguments = new ArrayList<>(
                List.of(SCRIPT, "1", prefix(event.tenant(), event.centre()), String.valueOf(event.sequence())));
        arguments.addAll(words(BoardChange.of(event)));
        return redis.execute("EVAL", arguments.toArray(String[]::new)).replaceWithVoid();
    }

    private static List<String> words(BoardChange change) {
        return switch (change) {
            case BoardChange.Placed placed ->
                List.of(
                        "placed",
                        placed.workItemId().toString(),
                        placed.place(),
                        placed.queue(),
                        placed.agent(),
                        String.valueOf(placed.arrivedAtMillis()));
            case BoardChange.WaitsAgain again ->
                List.of("again", again.workItemId().toString());
            case BoardChange.Finished finished ->
                List.of("finished", finished.workItemId().toString());
            case BoardChange.Present present -> List.of("present", present.agent(), present.presence());
            case BoardChange.Nothing _ -> List.of("nothing");
        };
    }

    /** Returns a centre's board; empty when nothing is known of the centre. */
    Uni<Board> board(String tenant, String centre, Instant now) {
        String prefix = prefix(tenant, centre);
        Uni<Map<String, String>> counts = all(prefix + "counts");
        Uni<Map<String, String>> agents = all(prefix + "agents");
        return Uni.combine().all().unis(counts, agents).asTuple().flatMap(found -> {
            Map<String, String> count = found.getItem1();
            return queues(prefix, count, now).map(queues -> new Board(queues, agents(count, found.getItem2()), now));
        });
    }

    private Uni<List<QueueLine>> queues(String prefix, Map<String, String> counts, Instant now) {
        Collection<String> names = new TreeSet<>();
        counts.keySet().stream()
                .filter(field -> field.indexOf('|') >= 0)
                .forEach(field -> names.add(field.substring(field.indexOf('|') + 1)));
        return Multi.createFrom()
                .iterable(names)
                .onItem()
                .transformToUniAndConcatenate(name -> oldest(prefix, name, now)
                        .map(oldest -> new QueueLine(
                                name,
                                number(counts, "waiting|" + name),
                                oldest,
                                number(counts, "offered|" + name),
                                number(counts, "held|" + name))))
                .collect()
                .asList();
    }

    private Uni<Long> oldest(String prefix, String queue, Instant now) {
        return redis.sortedSet(String.class)
                .zrangeWithScores(prefix + "waiting:" + queue, 0, 0)
                .map(first -> first.isEmpty()
                        ? 0L
                        : Math.max(
                                0,
                                Duration.between(
                                                Instant.ofEpochMilli(
                                                        (long) first.getFirst().score()),
                                                now)
                                        .toSeconds()));
    }

    private static List<AgentLine> agents(Map<String, String> counts, Map<String, String> presences) {
        return new TreeMap<>(presences)
                .entrySet().stream()
                        .map(agent -> new AgentLine(
                                agent.getKey(),
                                Presence.valueOf(agent.getValue()),
                                number(counts, "held/" + agent.getKey()),
                                number(counts, "offered/" + agent.getKey())))
                        .toList();
    }

    private Uni<Map<String, String>> all(String key) {
        return redis.hash(String.class).hgetall(key);
    }

    private static int number(Map<String, String> counts, String field) {
        return Integer.parseInt(counts.getOrDefault(field, "0"));
    }

    private static String prefix(String tenant, String centre) {
        return "routing:board:{" + Keys.centre(tenant, centre) + "}:";
    }

    private static String script() {
        try (InputStream script = Objects.requireNonNull(BoardStore.class.getResourceAsStream("/board/apply.lua"))) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
