package io.switchboard.routing.tenancy;

import io.smallrye.mutiny.Uni;
import io.switchboard.kit.persistence.PrepareTables;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * A transaction that sees and writes the rows of one tenant and of nobody else.
 *
 * <p>The database itself holds the line (row-level security): a statement that forgets its where clause finds nothing of
 * another tenant's.
 */
@ApplicationScoped
public class TenantTransaction {
    /** The third argument ends the setting with the transaction, so that a pooled connection carries no tenant over. */
    private static final String NAME_THE_TENANT = "select set_config('switchboard.tenant', :tenant, true)";

    private final Mutiny.SessionFactory sessions;
    private final PrepareTables tables;

    TenantTransaction(Mutiny.SessionFactory sessions, PrepareTables tables) {
        this.sessions = sessions;
        this.tables = tables;
    }

    /**
     * Runs {@code work} in one transaction of {@code tenant}. Once begun it is carried to its end, also when nobody waits
     * any more: a transaction that is cancelled midway would be rolled back on a thread that may not touch its session.
     *
     * @return what {@code work} returned, after the commit; fails when the work or the commit failed, and with an
     *     {@code IOException} while the tables are not there
     */
    public <T> Uni<T> in(String tenant, Function<Mutiny.Session, Uni<T>> work) {
        if (!tables.done()) {
            return Uni.createFrom().failure(new IOException("the tables are not there yet"));
        }
        return Uni.createFrom()
                .emitter(waiting -> inTransaction(tenant, work).subscribe().with(waiting::complete, waiting::fail));
    }

    /** Runs {@code work} in one transaction of nobody: it sees the tables that have no row-level security, and no other rows. */
    public <T> Uni<T> ofNobody(Function<Mutiny.Session, Uni<T>> work) {
        return in("", work);
    }

    private <T> Uni<T> inTransaction(String tenant, Function<Mutiny.Session, Uni<T>> work) {
        return sessions.withTransaction((session, transaction) -> session.createNativeQuery(NAME_THE_TENANT)
                .setParameter("tenant", tenant)
                .executeUpdate()
                .flatMap(set -> work.apply(session)));
    }
}
