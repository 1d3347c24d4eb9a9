package io.switchboard.gateway.claiming;

import io.quarkus.redis.datasource.ReactiveRedisDataSource;
import io.switchboard.gateway.account.Account;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Remembers when providers were last asked what they hold; in Redis, so that a restart is not taken for a new account. Blocks. */
@ApplicationScoped
public class LastLooks {
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final ReactiveRedisDataSource redis;
    /** What this replica knows by itself. */
    private final Map<String, Instant> looks = new ConcurrentHashMap<>();

    LastLooks(ReactiveRedisDataSource redis) {
        this.redis = redis;
    }

    /**
     * Returns when the last look at an account's channel began that came to its end; empty when there was none.
     *
     * @throws RuntimeException when nobody knows, since Redis does not answer
     */
    public Optional<Instant> of(Account account, String channel) {
        String key = key(account, channel);
        Instant known = looks.get(key);
        return known != null
                ? Optional.of(known)
                : Optional.ofNullable(redis.value(String.class).get(key).await().atMost(PATIENCE))
                        .map(Instant::parse);
    }

    /** Notes that a look which began at {@code begin} came to its end. */
    public void note(Account account, String channel, Instant begin) {
        String key = key(account, channel);
        looks.put(key, begin);
        redis.value(String.class).set(key, begin.toString()).await().atMost(PATIENCE);
    }

    private static String key(Account account, String channel) {
        return "gateway:looked:" + channel + ":" + account.address();
    }
}
