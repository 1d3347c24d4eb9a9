package io.switchboard.platform.testing;

import io.switchboard.platform.parts.RedisPart;
import io.switchboard.platform.process.Sockets;
import java.util.Map;

/** A real Redis. Gives {@code quarkus.redis.hosts}. */
public final class RedisResource extends EngineResource<RedisPart> {
    /** Called by Quarkus. */
    public RedisResource() {}

    @Override
    RedisPart prepare() {
        return new RedisPart(TestSpace.fresh("redis"), Sockets.pickFree(1).getFirst());
    }

    @Override
    Map<String, String> configuration(RedisPart started) {
        return Map.of("quarkus.redis.hosts", started.url());
    }
}
