package io.switchboard.profile.rights;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.smallrye.mutiny.Uni;
import io.switchboard.kit.event.EventJson;
import java.util.List;
import java.util.Map;
import org.hibernate.reactive.mutiny.Mutiny;

/** Statements of one transaction that share parameters; each takes those that it names. */
final class Steps {
    private final Mutiny.Session session;
    private final Map<String, Object> parameters;

    Steps(Mutiny.Session session, Map<String, Object> parameters) {
        this.session = session;
        this.parameters = parameters;
    }

    /** Runs statements one after the other. */
    Uni<Void> run(String... statements) {
        Uni<Void> all = Uni.createFrom().voidItem();
        for (String sql : statements) {
            all = all.chain(() -> run(sql)).replaceWithVoid();
        }
        return all;
    }

    private Uni<?> run(String sql) {
        return sql.startsWith("select")
                ? rows(sql)
                : with(session.createNativeQuery(sql), sql).executeUpdate();
    }

    /** Returns the rows of one text each that a statement gives. */
    Uni<List<String>> rows(String sql) {
        return with(session.createNativeQuery(sql, String.class), sql).getResultList();
    }

    /** Returns the rows of one JSON object each. */
    <T> Uni<List<T>> read(String sql, Class<T> type) {
        return rows(sql)
                .map(found -> found.stream()
                        .map(json -> EventJson.read(json.getBytes(UTF_8), type))
                        .toList());
    }

    private <Q extends Mutiny.AbstractQuery> Q with(Q query, String sql) {
        parameters.forEach((name, value) -> {
            if (sql.matches("(?s).*:" + name + "\\b.*")) {
                query.setParameter(name, value);
            }
        });
        return query;
    }

    /** Returns ids as PostgreSQL writes an array. */
    static String array(List<String> ids) {
        return "{" + String.join(",", ids) + "}";
    }
}
