package io.switchboard.routing.board;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.quarkus.redis.datasource.ReactiveRedisDataSource;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.switchboard.kit.event.EventJson;
import io.switchboard.routing.measures.AgentState;
import io.switchboard.routing.measures.Floor;
import io.switchboard.routing.measures.OpenWork;
import io.vertx.mutiny.redis.client.Response;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The boards in Redis. A board changes only from the state that the writer knew. */
@ApplicationScoped
class BoardStore {
    private static final int WRITES_AT_ONCE = 5_000;
    private static final String BEING_REPAIRED = "repair:";

    /** What became of an attempt to replace a board. */
    enum Replaced {
        DONE,
        WAS_AS_NEW,
        /** Another repair came in between; it may or may not get to its end. */
        DISTURBED
    }

    private final ReactiveRedisDataSource redis;
    private final ZoneId zone;

    BoardStore(ReactiveRedisDataSource redis, BoardConfig config) {
        this.redis = redis;
        this.zone = config.zone();
    }

    /** Returns what is remembered of a centre; nothing when Redis knows none, or half of it. */
    Uni<Floor> load(String centre) {
        return BoardScripts.LOAD.run(redis, BoardKeys.prefix(centre), List.of()).map(found -> {
            String sequence = found.get(0).toString();
            return sequence.isEmpty() || sequence.startsWith(BEING_REPAIRED)
                    ? Floor.EMPTY
                    : floor(Long.parseLong(sequence), found);
        });
    }

    private static Floor floor(long sequence, Response found) {
        Map<UUID, OpenWork> work = new HashMap<>();
        BoardScripts.pairs(found.get(1))
                .forEach((id, json) -> work.put(UUID.fromString(id), read(json, OpenWork.class)));
        Map<String, AgentState> agents = new HashMap<>();
        BoardScripts.pairs(found.get(2)).forEach((name, json) -> agents.put(name, read(json, AgentState.class)));
        return new Floor(sequence, work, agents);
    }

    static <T> T read(String json, Class<T> type) {
        return EventJson.read(json.getBytes(UTF_8), type);
    }

    /**
     * Writes what an event changed.
     *
     * @param after the sequence of the event before, 0 for none
     * @return false, and nothing is written, when that is not the last one Redis knows
     */
    Uni<Boolean> write(String centre, long after, long sequence, Writes writes) {
        return write(centre, after == 0 ? "" : String.valueOf(after), String.valueOf(sequence), writes.words());
    }

    private Uni<Boolean> write(String centre, String after, String sequence, List<String> words) {
        List<String> arguments = new ArrayList<>(List.of(after, sequence));
        arguments.addAll(words);
        return BoardScripts.WRITE
                .run(redis, BoardKeys.prefix(centre), arguments)
                .map(written -> written.toInteger() == 1);
    }

    /**
     * Puts a repaired board in the place of an older one, or of none.
     *
     * @param token of this repair; another one that runs at the same time ends this one
     */
    Uni<Replaced> replace(String centre, Floor floor, RecentTallies tallies, UUID token, Instant now) {
        String repairing = BEING_REPAIRED + token;
        List<String> arguments = new ArrayList<>(List.of(String.valueOf(floor.sequence()), repairing));
        arguments.addAll(RecentTallies.keys(zone, now));
        List<List<String>> pieces = StepWrites.of(floor, tallies).pieces(WRITES_AT_ONCE);
        return BoardScripts.CLEAR
                .run(redis, BoardKeys.prefix(centre), arguments)
                .flatMap(cleared -> cleared.toInteger() == 0
                        ? Uni.createFrom().item(Replaced.WAS_AS_NEW)
                        : Multi.createFrom()
                                .range(0, pieces.size())
                                .onItem()
                                .transformToUniAndConcatenate(i -> write(
                                        centre,
                                        repairing,
                                        i == pieces.size() - 1 ? String.valueOf(floor.sequence()) : repairing,
                                        pieces.get(i)))
                                .collect()
                                .last()
                                .map(whole -> whole ? Replaced.DONE : Replaced.DISTURBED));
    }

    /** Returns the sequence of the last event on a centre's board, empty when there is none. */
    Uni<String> sequence(String centre) {
        return redis.execute("GET", BoardKeys.prefix(centre) + "sequence")
                .map(found -> found == null ? "" : found.toString());
    }

    Uni<Boolean> isKept(int partition) {
        return redis.execute("EXISTS", BoardKeys.kept(partition)).map(found -> found.toInteger() == 1);
    }

    Uni<Void> markKept(int partition) {
        return redis.execute("SET", BoardKeys.kept(partition), "").replaceWithVoid();
    }

    /** Returns agents, counts, the tallies under these keys, and the oldest wait, as {@code read.lua} says. */
    Uni<Response> read(String tenant, String centre, List<String> tallies) {
        return BoardScripts.READ.run(redis, BoardKeys.prefix(tenant, centre), tallies);
    }
}
