package io.switchboard.profile.support;

import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import io.switchboard.platform.testing.ServiceDatabase;
import io.switchboard.profile.ledger.LedgerEntry;
import io.switchboard.profile.ledger.LedgerStore;
import io.switchboard.profile.tenancy.TenantTransaction;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.reactive.mutiny.Mutiny;

/** The service's database, through the service and beside it. */
@Singleton
public class Database extends ServiceDatabase {
    private final TenantTransaction transaction;
    private final LedgerStore ledger;

    Database(
            TenantTransaction transaction,
            LedgerStore ledger,
            @ConfigProperty(name = "quarkus.datasource.jdbc.url") String url) {
        super(url, "profile");
        this.transaction = transaction;
        this.ledger = ledger;
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
}
