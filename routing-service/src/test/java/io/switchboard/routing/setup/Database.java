package io.switchboard.routing.setup;

import static org.awaitility.Awaitility.await;

import io.switchboard.kit.persistence.PrepareTables;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The service's database: as another replica sees it, and as its administrator does. */
@ApplicationScoped
class Database {
    private final String url;
    private final PrepareTables tables;

    Database(@ConfigProperty(name = "quarkus.datasource.jdbc.url") String url, PrepareTables tables) {
        this.url = url;
        this.tables = tables;
    }

    /** Waits until the tables are there, which the service does not do at start. */
    void awaitTables() {
        await().until(tables::done);
    }

    /** Returns a connection of the service's own role, without a tenant. */
    Connection connect() throws SQLException {
        return DriverManager.getConnection(url, "routing", "routing");
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

    /** Returns what a query says of a centre, as the administrator sees it. */
    long count(String query) {
        try (Connection admin = DriverManager.getConnection(url, "postgres", "postgres");
                var statement = admin.createStatement();
                var result = statement.executeQuery(query)) {
            result.next();
            return result.getLong(1);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** Lets nobody in any more, and cuts those who are. */
    void close() {
        administer("alter role routing connection limit 0");
        administer("select pg_terminate_backend(pid) from pg_stat_activity where usename = 'routing'");
    }

    /** Lets the service in again. */
    void open() {
        administer("alter role routing connection limit -1");
    }

    private void administer(String sql) {
        try (Connection admin = DriverManager.getConnection(url, "postgres", "postgres");
                var statement = admin.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
