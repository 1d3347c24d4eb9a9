package io.switchboard.routing.board;

import io.quarkus.redis.datasource.ReactiveRedisDataSource;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.redis.client.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The scripts in {@code resources/board}. Redis runs each as one step, so that a reader never sees half of it. */
enum BoardScripts {
    WRITE,
    CLEAR,
    LOAD,
    READ;

    private final String text = load("/board/" + name().toLowerCase(java.util.Locale.ROOT) + ".lua");

    Uni<Response> run(ReactiveRedisDataSource redis, String prefix, List<String> arguments) {
        List<String> all = new ArrayList<>(List.of(text, "1", prefix));
        all.addAll(arguments);
        return redis.execute("EVAL", all.toArray(String[]::new));
    }

    /** Returns fields and values that follow each other as a map. */
    static Map<String, String> pairs(Response fieldsAndValues) {
        Map<String, String> pairs = new HashMap<>();
        for (int i = 0; i < fieldsAndValues.size(); i += 2) {
            pairs.put(
                    fieldsAndValues.get(i).toString(),
                    fieldsAndValues.get(i + 1).toString());
        }
        return pairs;
    }

    private static String load(String file) {
        try (InputStream script = Objects.requireNonNull(BoardScripts.class.getResourceAsStream(file), file)) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
