package io.switchboard.platform.testing;

import io.switchboard.platform.parts.PostgresPart;
import io.switchboard.platform.process.Sockets;
import java.util.List;
import java.util.Map;

/**
 * A real PostgreSQL with one database, owned by a role that is no superuser. The init argument {@code database} names
 * database, role and password alike. Gives {@code quarkus.datasource.jdbc.url}, {@code .reactive.url},
 * {@code .username} and {@code .password}.
 */
public final class PostgresResource extends EngineResource<PostgresPart> {
    /** The init argument that names the database. */
    public static final String DATABASE = "database";

    private String database = "switchboard";

    /** Called by Quarkus. */
    public PostgresResource() {}

    @Override
    public void init(Map<String, String> arguments) {
        database = arguments.getOrDefault(DATABASE, database);
    }

    @Override
    PostgresPart prepare() {
        int port = Sockets.pickFree(1).getFirst();
        return new PostgresPart(TestSpace.fresh("postgres"), port, List.of(database));
    }

    @Override
    Map<String, String> configuration(PostgresPart started) {
        return Map.of(
                "quarkus.datasource.jdbc.url",
                started.jdbcUrl(database),
                "quarkus.datasource.reactive.url",
                started.reactiveUrl(database),
                "quarkus.datasource.username",
                database,
                "quarkus.datasource.password",
                database);
    }
}
