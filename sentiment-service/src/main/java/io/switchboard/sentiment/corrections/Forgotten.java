package io.switchboard.sentiment.corrections;

import io.switchboard.kit.persistence.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Ids of what a person wanted gone. Who keeps something of an id and who deletes it wait for each other until their
 * transactions end; else one that is being kept would not be there yet to delete, and would stay.
 */
public final class Forgotten {
    private Forgotten() {}

    /** Makes all others that keep or delete something of this id wait until the transaction ends. */
    public static void lock(Connection transaction, String tenant, UUID id) throws SQLException {
        Sql.first(
                transaction,
                "select pg_advisory_xact_lock(hashtextextended(?, 0))",
                row -> row.getString(1),
                tenant + "/" + id);
    }

    /** Returns whether a message was deleted, whenever. */
    public static boolean isMessage(Connection transaction, String tenant, UUID message) throws SQLException {
        return since(transaction, tenant, message, Instant.EPOCH);
    }

    /** Returns whether something was deleted at a time or later. */
    static boolean since(Connection transaction, String tenant, @Nullable UUID id, Instant time) throws SQLException {
        if (id == null) {
            return false;
        }
        lock(transaction, tenant, id);
        return Sql.first(
                        transaction,
                        "select 1 from forgotten where tenant = ? and id = ? and until >= ?",
                        row -> row.getInt(1),
                        tenant,
                        id,
                        time)
                .isPresent();
    }

    /** Remembers that something was deleted. */
    static void add(Connection transaction, String tenant, UUID id) throws SQLException {
        lock(transaction, tenant, id);
        Sql.update(
                transaction,
                "insert into forgotten (tenant, id, until) values (?, ?, ?)"
                        + " on conflict (tenant, id) do update set until = excluded.until",
                tenant,
                id,
                Instant.now());
    }
}
