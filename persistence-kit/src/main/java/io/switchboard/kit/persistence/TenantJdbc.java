package io.switchboard.kit.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * A transaction that sees and writes the rows of one tenant and of nobody else, for work that may block.
 *
 * <p>The database itself holds the line (row-level security): a statement that forgets its where clause finds nothing of
 * another tenant's.
 */
@ApplicationScoped
public class TenantJdbc {
    private static final int TRIES = 3;
    private static final String DEADLOCK_OR_SERIALIZATION = "40";
    /** Connection, operator intervention, lack of resources. */
    private static final String PASSING = "08 53 57";

    private final DataSource source;
    private final PrepareTables tables;

    TenantJdbc(DataSource source, PrepareTables tables) {
        this.source = source;
        this.tables = tables;
    }

    /** What is done in a transaction. It may run again, so it changes nothing but the database. */
    @FunctionalInterface
    public interface Work<T extends @Nullable Object> {
        /** Does the work; fails as the database does. */
        T in(Connection transaction) throws SQLException;
    }

    /**
     * Runs {@code work} in one transaction of {@code tenant}. The calling thread waits.
     *
     * @return what {@code work} returned, after the commit
     * @throws DatabaseAwayException when the database does not answer, or its tables are not there yet
     * @throws IllegalStateException when it refused
     */
    public <T extends @Nullable Object> T in(String tenant, Work<T> work) {
        if (!tables.done()) {
            throw new DatabaseAwayException(new IOException("the tables are not there yet"));
        }
        SQLException last = new SQLException();
        for (int tried = 0; tried < TRIES; tried++) {
            try {
                return once(tenant, work);
            } catch (SQLException failure) {
                last = failure;
                if (!stateOf(failure).startsWith(DEADLOCK_OR_SERIALIZATION)) {
                    break;
                }
            }
        }
        throw fault(last);
    }

    /** Runs {@code work} in one transaction of nobody: it sees the tables that have no row-level security, and no other rows. */
    public <T extends @Nullable Object> T ofNobody(Work<T> work) {
        return in("", work);
    }

    private <T extends @Nullable Object> T once(String tenant, Work<T> work) throws SQLException {
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);
            try {
                // The third argument ends the setting with the transaction: a pooled connection carries no tenant over.
                Sql.list(
                        connection,
                        "select set_config('switchboard.tenant', ?, true)",
                        row -> row.getString(1),
                        tenant);
                T result = work.in(connection);
                connection.commit();
                return result;
            } catch (SQLException | RuntimeException | Error failure) {
                rollBack(connection, failure);
                throw failure;
            }
        }
    }

    private static void rollBack(Connection connection, Throwable failure) {
        try {
            connection.rollback();
        } catch (SQLException alsoFailed) {
            failure.addSuppressed(alsoFailed);
        }
    }

    private static RuntimeException fault(SQLException failure) {
        String state = stateOf(failure);
        // Agroal gives no state when there is no connection to be had.
        boolean passes = state.length() < 2
                || PASSING.contains(state.substring(0, 2))
                || state.startsWith(DEADLOCK_OR_SERIALIZATION);
        return passes
                ? new DatabaseAwayException(new IOException("the database does not answer", failure))
                : new IllegalStateException(failure);
    }

    private static String stateOf(SQLException failure) {
        String state = failure.getSQLState();
        return state == null ? "" : state;
    }
}
