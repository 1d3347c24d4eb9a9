package io.switchboard.routing.subscribers.live;

import io.quarkus.redis.datasource.ReactiveRedisDataSource;
import io.quarkus.redis.datasource.stream.ReactiveStreamCommands;
import io.quarkus.redis.datasource.stream.StreamMessage;
import io.quarkus.redis.datasource.stream.StreamRange;
import io.quarkus.redis.datasource.stream.XAddArgs;
import io.smallrye.mutiny.Uni;
import io.switchboard.contracts.Keys;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The last events of each centre, in a stream of Redis: any replica can show them, from any of them on. */
@ApplicationScoped
class EventWindow {
    private static final String TYPE = "type";
    private static final String JSON = "json";
    /** What Redis says of an entry that is not newer than the newest. */
    private static final String THERE_ALREADY = "equal or smaller";

    private final ReactiveRedisDataSource redis;
    private final ReactiveStreamCommands<String, String, String> streams;
    private final LiveConfig config;

    EventWindow(ReactiveRedisDataSource redis, LiveConfig config) {
        this.redis = redis;
        this.streams = redis.stream(String.class);
        this.config = config;
    }

    /** Adds an event; one that is not newer than the newest was added before and changes nothing. */
    Uni<Void> add(String tenant, String centre, Told event) {
        String key = key(tenant, centre);
        var arguments = new XAddArgs()
                .id(event.sequence() + "-1")
                .maxlen((long) config.window())
                .nearlyExactTrimming();
        return streams.xadd(key, arguments, Map.of(TYPE, event.type(), JSON, event.json()))
                .chain(() -> redis.key().pexpire(key, config.keep()))
                .replaceWithVoid()
                .onFailure(failure -> String.valueOf(failure.getMessage()).contains(THERE_ALREADY))
                .recoverWithNull();
    }

    /** Returns the sequence of the newest event, 0 when none is known. */
    Uni<Long> newest(String tenant, String centre) {
        return streams.xrevrange(key(tenant, centre), StreamRange.of("+", "-"), 1)
                .map(found -> found.isEmpty() ? 0L : sequence(found.getFirst()));
    }

    /** Returns at most {@code limit} events after {@code sequence}, in order. */
    Uni<List<Told>> after(String tenant, String centre, long sequence, int limit) {
        return streams.xrange(key(tenant, centre), StreamRange.of(String.valueOf(sequence + 1), "+"), limit)
                .map(found -> found.stream().map(EventWindow::told).toList());
    }

    private static Told told(StreamMessage<String, String, String> entry) {
        return new Told(
                sequence(entry),
                Objects.requireNonNull(entry.payload().get(TYPE)),
                Objects.requireNonNull(entry.payload().get(JSON)));
    }

    private static long sequence(StreamMessage<String, String, String> entry) {
        return Long.parseLong(entry.id().substring(0, entry.id().indexOf('-')));
    }

    private static String key(String tenant, String centre) {
        return "routing:live:{" + Keys.centre(tenant, centre) + "}";
    }
}
