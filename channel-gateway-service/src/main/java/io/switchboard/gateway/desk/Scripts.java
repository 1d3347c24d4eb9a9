package io.switchboard.gateway.desk;

import io.quarkus.redis.datasource.ReactiveRedisDataSource;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.redis.client.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The Lua scripts that keep the desks: each runs in Redis as one step, on the keys of one centre. */
final class Scripts {
    /** Before every key of a desk; the centre in braces keeps its keys together in a Redis cluster. */
    private static final String PREFIX = "gateway:desk:";

    private final ReactiveRedisDataSource redis;
    final String project = load("project.lua");
    final String read = load("read.lua");
    final String reply = load("reply.lua");

    Scripts(ReactiveRedisDataSource redis) {
        this.redis = redis;
    }

    /** Returns what every key of a centre begins with. */
    static String prefix(String tenant, String centre) {
        return PREFIX + "{" + tenant + "/" + centre + "}:";
    }

    Uni<Response> run(String script, String prefix, String... arguments) {
        List<String> all = new ArrayList<>(List.of(script, "1", prefix));
        all.addAll(List.of(arguments));
        return ask("EVAL", all.toArray(String[]::new));
    }

    /** Runs one Redis command; fails with {@link DesksAwayException}. */
    Uni<Response> ask(String command, String... arguments) {
        return redis.execute(command, arguments).onFailure().transform(DesksAwayException::new);
    }

    private static String load(String name) {
        try (InputStream script = Scripts.class.getResourceAsStream("/desk/" + name)) {
            if (script == null) {
                throw new IllegalStateException("no script " + name);
            }
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
