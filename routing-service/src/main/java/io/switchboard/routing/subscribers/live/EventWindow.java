package io.switchboard.routing.subscribers.live;

import io.quarkus.redis.datasource.ReactiveRedisDataSource;
import io.quarkus.redis.datasource.sortedset.ReactiveSortedSetCommands;
import io.quarkus.redis.datasource.sortedset.ScoreRange;
import io.quarkus.redis.datasource.sortedset.ScoredValue;
import io.quarkus.redis.datasource.sortedset.ZRangeArgs;
import io.smallrye.mutiny.Uni;
import io.switchboard.contracts.Keys;
import io.switchboard.routing.forgetting.NamedCustomer;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * The last events of each centre, in a sorted set of Redis: any replica can show them, from any of them on. No stream, which
 * keeps the bytes of what is removed from it until all around it is removed, too.
 */
@ApplicationScoped
class EventWindow {
    private static final int AT_ONCE = 500;
    /** The same event again is the same member. */
    private static final String ADD = """
            redis.call('ZADD', KEYS[1], ARGV[1], ARGV[2])
            redis.call('ZREMRANGEBYRANK', KEYS[1], 0, -ARGV[3] - 1)
            redis.call('PEXPIRE', KEYS[1], ARGV[4])
            """;

    private final ReactiveRedisDataSource redis;
    private final ReactiveSortedSetCommands<String, String> sets;
    private final LiveConfig config;

    EventWindow(ReactiveRedisDataSource redis, LiveConfig config) {
        this.redis = redis;
        this.sets = redis.sortedSet(String.class);
        this.config = config;
    }

    /** Adds an event; one that was added before changes nothing. */
    Uni<Void> add(String tenant, String centre, Told event) {
        return redis.execute(
                        "EVAL",
                        ADD,
                        "1",
                        key(tenant, centre),
                        String.valueOf(event.sequence()),
                        member(event),
                        String.valueOf(config.window()),
                        String.valueOf(config.keep().toMillis()))
                .replaceWithVoid();
    }

    /** Returns the sequence of the newest event, 0 when none is known. */
    Uni<Long> newest(String tenant, String centre) {
        return sets.zrangeWithScores(key(tenant, centre), 0, 0, new ZRangeArgs().rev())
                .map(found -> found.isEmpty() ? 0L : told(found.getFirst()).sequence());
    }

    /** Returns at most {@code limit} events after {@code sequence}, in order. */
    Uni<List<Told>> after(String tenant, String centre, long sequence, int limit) {
        var later = new ScoreRange<>((double) sequence, false, Double.POSITIVE_INFINITY, true);
        return sets.zrangebyscoreWithScores(key(tenant, centre), later, new ZRangeArgs().limit(0, limit))
                .map(found -> found.stream().map(EventWindow::told).toList());
    }

    /** Removes what names one of these customers. */
    Uni<Void> remove(String tenant, String centre, Set<UUID> customers) {
        return removeAfter(tenant, centre, 0, customers);
    }

    private Uni<Void> removeAfter(String tenant, String centre, long sequence, Set<UUID> customers) {
        return after(tenant, centre, sequence, AT_ONCE).flatMap(some -> {
            if (some.isEmpty()) {
                return Uni.createFrom().voidItem();
            }
            String[] theirs = some.stream()
                    .filter(told -> NamedCustomer.in(told.json())
                            .filter(customers::contains)
                            .isPresent())
                    .map(EventWindow::member)
                    .toArray(String[]::new);
            return (theirs.length == 0
                            ? Uni.createFrom().voidItem()
                            : sets.zrem(key(tenant, centre), theirs).replaceWithVoid())
                    .chain(() -> removeAfter(tenant, centre, some.getLast().sequence(), customers));
        });
    }

    /** With its sequence: no other event is the same member. */
    private static String member(Told event) {
        return event.sequence() + " " + event.type() + " " + event.json();
    }

    private static Told told(ScoredValue<String> entry) {
        String[] parts = entry.value().split(" ", 3);
        return new Told(Long.parseLong(parts[0]), parts[1], parts[2]);
    }

    private static String key(String tenant, String centre) {
        return "routing:window:{" + Keys.centre(tenant, centre) + "}";
    }
}
