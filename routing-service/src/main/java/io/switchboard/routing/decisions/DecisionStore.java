package io.switchboard.routing.decisions;

import io.quarkus.redis.datasource.ReactiveRedisDataSource;
import io.quarkus.redis.datasource.sortedset.ReactiveSortedSetCommands;
import io.smallrye.mutiny.Uni;
import io.switchboard.contracts.Keys;
import io.switchboard.kit.event.EventJson;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/** Decisions by work item: the last so many, for some days after the last one. */
@ApplicationScoped
class DecisionStore {
    private static final Duration KEPT = Duration.ofDays(3);
    private static final int MOST = 100;

    private final ReactiveRedisDataSource redis;
    private final ReactiveSortedSetCommands<String, String> sets;

    DecisionStore(ReactiveRedisDataSource redis) {
        this.redis = redis;
        this.sets = redis.sortedSet(String.class);
    }

    /** Keeps a decision. The same one again is the same member of the set: nothing is there twice. */
    Uni<Void> keep(String tenant, String centre, Decision.About about) {
        String key = key(tenant, centre, about.workItemId());
        String json = EventJson.text(about.decision());
        return sets.zadd(key, (double) about.decision().sequence(), json)
                .chain(() -> sets.zremrangebyrank(key, 0, -MOST - 1))
                .chain(() -> redis.key().expire(key, KEPT))
                .replaceWithVoid();
    }

    /** Returns what was decided, the first decision first; empty when nothing is known of such work. */
    Uni<List<Decision>> of(String tenant, String centre, UUID workItemId) {
        return sets.zrange(key(tenant, centre, workItemId), 0, -1)
                .map(all -> all.stream().map(DecisionStore::read).toList());
    }

    private static Decision read(String json) {
        try {
            return EventJson.MAPPER.readValue(json, Decision.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String key(String tenant, String centre, UUID workItemId) {
        return "routing:decisions:{" + Keys.centre(tenant, centre) + "}:" + workItemId;
    }
}
