package io.switchboard.sentiment.support;

import static org.awaitility.Awaitility.await;

import io.switchboard.kit.persistence.PrepareTables;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The service's database, as its administrator and as a stranger with the service's role see it. */
@ApplicationScoped
public class Database {
    private final String url;
    private final PrepareTables tables;

    Database(@ConfigProperty(name = "quarkus.datasource.jdbc.url") String url, PrepareTables tables) {
        this.url = url;
        this.tables = tables;
    }

    /** Waits until the tables are there, which the service does not do at start. */
    public void awaitTables() {
        await().until(tables::done);
    }

    /** Returns what a query says, as the administrator sees it. */
    public long count(String query) {
        return count(query, "postgres");
    }

    /** Returns what a query says to the service's own role, that names no tenant. */
    public long countAsNobody(String query) {
        return count(query, "sentiment");
    }

    private long count(String query, String role) {
        try (Connection connection = DriverManager.getConnection(url, role, role);
                var statement = connection.createStatement();
                var result = statement.executeQuery(query)) {
            result.next();
            return result.getLong(1);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** Lets nobody in any more, and cuts those who are. */
    public void close() {
        administer("alter role sentiment connection limit 0");
        administer("select pg_terminate_backend(pid) from pg_stat_activity where usename = 'sentiment'");
    }

    /** Lets the service in again. */
    public void open() {
        administer("alter role sentiment connection limit -1");
    }

    /** Makes everybody wait who reads or writes a table, while something is done. */
    public void whileLocked(String table, Runnable done) {
        try (Connection admin = DriverManager.getConnection(url, "postgres", "postgres");
                var statement = admin.createStatement()) {
            admin.setAutoCommit(false);
            statement.execute("lock table " + table);
            done.run();
            admin.rollback();
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    public void administer(String sql) {
        try (Connection admin = DriverManager.getConnection(url, "postgres", "postgres");
                var statement = admin.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
