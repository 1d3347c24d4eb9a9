package io.switchboard.routing.setup;

import static org.awaitility.Awaitility.await;

import io.switchboard.kit.persistence.PrepareTables;
import io.switchboard.platform.testing.ServiceDatabase;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The service's database, as another replica uses it and beside the service. */
@Singleton
class Database extends ServiceDatabase {
    private final PrepareTables tables;

    Database(@ConfigProperty(name = "quarkus.datasource.jdbc.url") String url, PrepareTables tables) {
        super(url, "routing");
        this.tables = tables;
    }

    /** Waits until the tables are there, which the service does not do at start. */
    void awaitTables() {
        await().until(tables::done);
    }

    /** Returns a transaction as another replica's, of {@code tenant}. */
    Connection begin(String tenant) throws SQLException {
        Connection connection = connect();
        connection.setAutoCommit(false);
        try (var name = connection.prepareStatement("select set_config('switchboard.tenant', ?, true)")) {
            name.setString(1, tenant);
            name.execute();
        }
        return connection;
    }

    /** Writes a version as another replica would, and publishes nothing. */
    static void append(Connection transaction, String tenant, String centre, int number, SetupContent content)
            throws SQLException {
        try (var head = transaction.prepareStatement("""
                        insert into setup_head (tenant, centre, number) values (?, ?, ?)
                        on conflict (tenant, centre) do update set number = excluded.number
                        """);
                var version = transaction.prepareStatement("""
                        insert into setup_version (tenant, centre, number, content, content_hash, origin, changed_by, changed_at)
                        values (?, ?, ?, ?::jsonb, ?, 'REST', 'rita', now())
                        """)) {
            head.setString(1, tenant);
            head.setString(2, centre);
            head.setInt(3, number);
            head.execute();
            version.setString(1, tenant);
            version.setString(2, centre);
            version.setInt(3, number);
            version.setString(4, content.json());
            version.setString(5, content.hash());
            version.execute();
        }
    }
}
