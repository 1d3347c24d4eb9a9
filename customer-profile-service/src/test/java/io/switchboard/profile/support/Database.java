package io.switchboard.profile.support;

import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import io.switchboard.profile.ledger.LedgerEntry;
import io.switchboard.profile.ledger.LedgerStore;
import io.switchboard.profile.tenancy.TenantTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.reactive.mutiny.Mutiny;

/** The service's database, seen through the service and, for faults, as its administrator. */
@ApplicationScoped
public class Database {
    private final TenantTransaction transaction;
    private final LedgerStore ledger;
    private final String url;

    Database(
            TenantTransaction transaction,
            LedgerStore ledger,
            @ConfigProperty(name = "quarkus.datasource.jdbc.url") String url) {
        this.transaction = transaction;
        this.ledger = ledger;
        this.url = url;
    }

    /** Runs {@code work} as the service would. */
    public <T> T in(String tenant, Function<Mutiny.Session, Uni<T>> work) {
        try {
            return VertxContextSupport.subscribeAndAwait(() -> transaction.in(tenant, work));
        } catch (RuntimeException | Error failure) {
            throw failure;
        } catch (Throwable failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** Returns what the ledger has of a message. */
    public Optional<LedgerEntry> ledger(String tenant, UUID messageId) {
        return in(tenant, session -> ledger.find(session, tenant, messageId));
    }

    /** Returns a connection of the service's own role, without a tenant. */
    public Connection connect() throws SQLException {
        return DriverManager.getConnection(url, "profile", "profile");
    }

    /** Runs a statement as the database's administrator. */
    public void administer(String sql) {
        try (Connection admin = DriverManager.getConnection(url, "postgres", "postgres");
                var statement = admin.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** Returns the tables there are. */
    public List<String> tables() {
        return asked("""
                select relname from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace
                and relname not like 'flyway%'
                """);
    }

    /** Returns a number, as one who sees every tenant. */
    public long count(String sql) {
        return Long.parseLong(text(sql));
    }

    /** Returns one value, as one who sees every tenant. */
    public String text(String sql) {
        return asked(sql).getFirst();
    }

    private List<String> asked(String sql) {
        try (Connection admin = DriverManager.getConnection(url, "postgres", "postgres");
                var statement = admin.createStatement();
                var rows = statement.executeQuery(sql)) {
            List<String> found = new ArrayList<>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** Cuts every connection the service has. */
    public void cutConnections() {
        administer("select pg_terminate_backend(pid) from pg_stat_activity where usename = 'profile'");
    }

    /** Lets nobody in any more, and cuts those who are. */
    public void close() {
        administer("alter role profile connection limit 0");
        cutConnections();
    }

    /** Lets the service in again. */
    public void open() {
        administer("alter role profile connection limit -1");
    }
}
