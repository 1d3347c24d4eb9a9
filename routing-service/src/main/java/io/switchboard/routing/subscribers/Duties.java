package io.switchboard.routing.subscribers;

import io.switchboard.kit.persistence.Sql;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** How subscribers behave, in the database. Whoever needs both locks a line before its duty, never the other way round. */
final class Duties {
    private Duties() {}

    /** Why nothing is sent. */
    enum Pause {
        /** Who owns the subscription asked for it. */
        OWNER,
        /** The subscriber answered 410. */
        GONE
    }

    /** Adds a subscription that is to be served. */
    static void add(Connection transaction, UUID subscription, String tenant, Instant now) throws SQLException {
        Sql.update(
                transaction,
                "insert into subscription_duty (subscription, tenant, probe_at, served_at) values (?, ?, ?, ?)",
                subscription,
                tenant,
                now,
                now);
    }

    /** Notes a success. If the subscriber was down, all that failed meanwhile is due at once. */
    static void recovered(Connection transaction, UUID subscription, Instant now) throws SQLException {
        // Nothing is locked, and nobody waits, while all is well.
        Optional<Boolean> wasDown = Sql.first(
                transaction,
                "select down from subscription_duty where subscription = ? and failing_since is not null for update",
                row -> row.getBoolean(1),
                subscription);
        if (wasDown.isPresent()) {
            write(transaction, subscription, Standing.good(now));
        }
        if (wasDown.orElse(false)) {
            allDue(transaction, subscription, now);
        }
    }

    /** Returns whether nothing is to be sent. */
    static boolean paused(Connection transaction, UUID subscription) throws SQLException {
        return Sql.first(
                        transaction,
                        "select paused is not null from subscription_duty where subscription = ?",
                        row -> row.getBoolean(1),
                        subscription)
                .orElse(true);
    }

    /** Who is settling a line holds it and waits for the duty, so lines that are held are passed over. */
    private static void allDue(Connection transaction, UUID subscription, Instant now) throws SQLException {
        Sql.update(transaction, """
                with waiting as (
                    select line from delivery_line where subscription = ? and claim is null and next_try > ?
                    for update skip locked)
                update delivery_line l set next_try = ? from waiting where l.subscription = ? and l.line = waiting.line
                """, subscription, now, now, subscription);
    }

    /** Returns the standing, which nobody else can change until the transaction ends. */
    static Standing lock(Connection transaction, UUID subscription) throws SQLException {
        return Sql.first(transaction, """
                        select down, failures, misses, failing_since, probe_at from subscription_duty
                        where subscription = ? for update
                        """, Duties::read, subscription)
                .orElseThrow(() -> new SQLException("the subscription is deleted"));
    }

    static Standing read(ResultSet row) throws SQLException {
        return new Standing(
                row.getBoolean("down"),
                row.getInt("failures"),
                row.getInt("misses"),
                Sql.instant(row, "failing_since"),
                Objects.requireNonNull(Sql.instant(row, "probe_at")));
    }

    static void write(Connection transaction, UUID subscription, Standing standing) throws SQLException {
        Sql.update(
                transaction,
                """
                update subscription_duty set down = ?, failures = ?, misses = ?, failing_since = ?, probe_at = ?
                where subscription = ?
                """,
                standing.down(),
                standing.failures(),
                standing.misses(),
                standing.failingSince(),
                standing.probeAt(),
                subscription);
    }

    static void pause(Connection transaction, UUID subscription, Pause why) throws SQLException {
        Sql.update(
                transaction,
                "update subscription_duty set paused = ? where subscription = ? and paused is null",
                why.name(),
                subscription);
    }

    /** Whatever happened before is forgotten: all is due at once. */
    static void resume(Connection transaction, UUID subscription, Instant now) throws SQLException {
        Sql.update(transaction, "update subscription_duty set paused = null where subscription = ?", subscription);
        write(transaction, subscription, Standing.good(now));
        allDue(transaction, subscription, now);
    }
}
