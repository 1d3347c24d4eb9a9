package io.switchboard.gateway.recovery;

import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.redis.datasource.value.ValueCommands;
import io.switchboard.contracts.Topics;
import io.switchboard.kit.event.EventJson;
import io.switchboard.kit.event.Replay;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.Config;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * How far Redis certainly knows what Kafka has: the offsets that this service had done with the margin ago or earlier. It lies in
 * Redis itself, so it is never younger than what was lost. Not a time: routing's events carry the time of what caused them,
 * and those of a backlog are written long after it. Calls block.
 */
@ApplicationScoped
class Bookmark {
    private static final Logger LOG = Logger.getLogger(Bookmark.class);

    /** The channel by which each topic is written into Redis. */
    private static final Map<String, String> CHANNELS = Map.of(
            Topics.ROUTING_EVENTS, "desk-routing-events",
            Topics.REPLIES_SETTLED, "desk-replies-settled",
            Topics.CUSTOMERS_ERASED, "customers-erased");

    private static final String CERTAIN = "gateway:recovery:certain";
    private static final String NEXT = "gateway:recovery:next";

    /**
     * Where the groups were.
     *
     * @param at when
     * @param offsets the next of each partition, by topic
     */
    record Place(Instant at, Map<String, Map<Integer, Long>> offsets) {}

    private final ValueCommands<String, String> redis;
    private final Replay replay;
    private final Duration margin;
    private final Config config;
    private final Clock clock = Clock.systemUTC();

    Bookmark(RedisDataSource redis, Replay replay, RecoverySettings settings, Config config) {
        this.redis = redis.value(String.class);
        this.replay = replay;
        this.margin = settings.margin();
        this.config = config;
    }

    /** Moves it on when it can be: what was noted the margin ago is certain now. Several replicas may do so. */
    void moveOn() {
        Instant now = clock.instant();
        Place next = read(NEXT);
        if (next != null && now.isBefore(next.at().plus(margin))) {
            return;
        }
        if (next != null) {
            write(CERTAIN, next);
        }
        write(NEXT, new Place(now, offsets()));
    }

    private Map<String, Map<Integer, Long>> offsets() {
        return CHANNELS.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> replay.done(groupOf(entry.getValue()), entry.getKey())));
    }

    private String groupOf(String channel) {
        return config.getValue("mp.messaging.incoming." + channel + ".group.id", String.class);
    }

    /** Opens Kafka at the bookmark; at its beginning where there is none. */
    Reader open() {
        Place certain = read(CERTAIN);
        LOG.infof("what Redis keeps is compared with Kafka since %s", certain == null ? "its beginning" : certain.at());
        return new Reader(certain == null ? Map.of() : certain.offsets());
    }

    private @Nullable Place read(String key) {
        String json = redis.get(key);
        return json == null ? null : EventJson.read(json.getBytes(StandardCharsets.UTF_8), Place.class);
    }

    private void write(String key, Place place) {
        redis.set(key, EventJson.text(place));
    }

    /** Reads on from the bookmark. */
    final class Reader {
        private final Map<String, Map<Integer, Long>> offsets;
        private long events;

        private Reader(Map<String, Map<Integer, Long>> offsets) {
            this.offsets = offsets;
        }

        /** Reads a topic to its end. */
        <T> void read(String topic, Class<T> type, Consumer<T> each) {
            replay.read(topic, offsets.getOrDefault(topic, Map.of()), type, event -> {
                each.accept(event);
                events++;
            });
        }

        /** Returns how many events were read. */
        long events() {
            return events;
        }
    }
}
