package io.switchboard.gateway.receiving;

import io.quarkus.redis.datasource.ReactiveRedisDataSource;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Remembers which messages Kafka has, to spare the suite most redeliveries. Only that: ids make duplicates harmless, so
 * whenever Redis does not answer at once, nothing was seen.
 */
@ApplicationScoped
public class SeenMessages {
    private static final Logger LOG = Logger.getLogger(SeenMessages.class);
    private static final Duration PATIENCE = Duration.ofMillis(200);
    /** Providers redeliver within minutes when they can; what comes later is published again and does no harm. */
    private static final Duration MEMORY = Duration.ofHours(6);
    /** So long after it was written, a message that was taken is remembered for certain. */
    static final Duration CERTAIN = MEMORY.minusHours(1);

    private final ReactiveRedisDataSource redis;

    SeenMessages(ReactiveRedisDataSource redis) {
        this.redis = redis;
    }

    /** Returns those of the messages that were remembered; never fails. */
    Uni<Set<UUID>> among(Collection<UUID> messages) {
        return find(messages, PATIENCE).onFailure().recoverWithItem(Set.of());
    }

    /** Returns those of the messages that were remembered; fails when Redis does not tell. */
    Uni<Set<UUID>> certainlyAmong(Collection<UUID> messages) {
        return find(messages, PATIENCE.multipliedBy(5));
    }

    private Uni<Set<UUID>> find(Collection<UUID> messages, Duration patience) {
        return Multi.createFrom()
                .iterable(messages)
                .onItem()
                .transformToUniAndConcatenate(message ->
                        redis.key().exists(key(message)).map(known -> known ? List.of(message) : List.<UUID>of()))
                .collect()
                .asList()
                .map(found -> found.stream().flatMap(List::stream).collect(Collectors.toUnmodifiableSet()))
                .ifNoItem()
                .after(patience)
                .fail();
    }

    /** Remembers messages that Kafka has acknowledged; nobody waits for it. */
    void remember(List<UUID> messages) {
        messages.forEach(message -> redis.value(String.class)
                .setex(key(message), MEMORY.toSeconds(), "1")
                .ifNoItem()
                .after(PATIENCE)
                .fail()
                .subscribe()
                .with(_ -> {}, failure -> LOG.debugf("not remembered: %s", failure.toString())));
    }

    private static String key(UUID message) {
        return "gateway:seen:" + message;
    }
}
