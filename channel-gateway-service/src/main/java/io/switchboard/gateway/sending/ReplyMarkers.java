package io.switchboard.gateway.sending;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.redis.datasource.value.SetArgs;
import io.quarkus.redis.datasource.value.ValueCommands;
import io.switchboard.kit.event.EventJson;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Remembers in Redis which replies were handed over, so that none is handed over twice. Without Redis nothing is sent:
 * every call fails with {@link UncheckedIOException}, and whoever calls waits. Calls block.
 */
@ApplicationScoped
public class ReplyMarkers {
    private static final String SENDING = "sending:";
    private static final String NO_ANSWER = "Redis does not tell which replies were sent";
    /** Longer than Kafka keeps the requests. */
    private static final Duration MEMORY = Duration.ofDays(14);

    private final ValueCommands<String, String> values;
    private final RedisDataSource redis;

    ReplyMarkers(RedisDataSource redis) {
        this.redis = redis;
        this.values = redis.value(String.class);
    }

    /** Marks a reply as being handed over, and returns what was remembered of it; changes nothing but {@link Marker.None}. */
    Marker begin(UUID reply, Instant now) {
        return ask(() -> {
            String before =
                    values.setGet(key(reply), SENDING + now, new SetArgs().nx().ex(MEMORY));
            return read(before);
        });
    }

    /** Forgets that a reply was being handed over: the provider surely does not have it. */
    void takeBack(UUID reply) {
        ask(() -> redis.key().del(key(reply)));
    }

    /** Remembers how a reply ended. */
    void settle(UUID reply, Outcome outcome) {
        ask(() -> {
            values.setex(key(reply), MEMORY.toSeconds(), EventJson.MAPPER.writeValueAsString(outcome));
            return true;
        });
    }

    private static Marker read(@Nullable String value) throws JsonProcessingException {
        if (value == null) {
            return new Marker.None();
        }
        return value.startsWith(SENDING)
                ? new Marker.Sending(Instant.parse(value.substring(SENDING.length())))
                : new Marker.Settled(EventJson.MAPPER.readValue(value, Outcome.class));
    }

    /** A question to Redis. */
    private interface Question<T> {
        T ask() throws IOException;
    }

    private static <T> T ask(Question<T> question) {
        try {
            return question.ask();
        } catch (IOException e) {
            throw new UncheckedIOException(NO_ANSWER, e);
        } catch (RuntimeException e) {
            throw new UncheckedIOException(NO_ANSWER, new IOException(e));
        }
    }

    private static String key(UUID reply) {
        return "gateway:reply:" + reply;
    }
}
