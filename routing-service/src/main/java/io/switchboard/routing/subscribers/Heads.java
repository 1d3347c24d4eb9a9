package io.switchboard.routing.subscribers;

import io.switchboard.kit.persistence.Sql;
import io.switchboard.kit.persistence.TenantJdbc;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** Finds what is first in a line. */
@ApplicationScoped
class Heads {
    private static final String FIRST = """
            select d.id, d.subscription, d.tenant, d.centre, d.event_id, d.ce_type, d.type, d.source, d.subject,
                d.occurred_at, d.sequence, d.body, d.attempts, d.try_until, s.url, s.secret,
                case when s.previous_secret_until > ? then s.previous_secret end as previous_secret
            from delivery d join subscription s on s.id = d.subscription
            where d.subscription = ? and d.line = ? and d.state = 'WAITING'
            order by d.sequence, d.id limit 1
            """;

    private final TenantJdbc database;

    Heads(TenantJdbc database) {
        this.database = database;
    }

    /** Returns what the claim gives the right to send; a line in which nothing waits is removed. */
    Optional<Head> of(Claim claim, Instant now) {
        return database.in(
                claim.tenant(),
                transaction ->
                        Lines.lock(transaction, claim) ? firstOrRemove(transaction, claim, now) : Optional.empty());
    }

    /** Returns what is first in a line that is locked; removes the line when nothing is. */
    static Optional<Head> firstOrRemove(Connection transaction, Claim claim, Instant now) throws SQLException {
        Optional<Head> head = Sql.first(transaction, FIRST, Heads::read, now, claim.subscription(), claim.line());
        if (head.isEmpty()) {
            Sql.update(
                    transaction,
                    "delete from delivery_line where subscription = ? and line = ?",
                    claim.subscription(),
                    claim.line());
        }
        return head;
    }

    private static Head read(ResultSet row) throws SQLException {
        RoutedEvent event = new RoutedEvent(
                row.getString("tenant"),
                row.getString("centre"),
                row.getString("event_id"),
                row.getString("ce_type"),
                row.getString("type"),
                row.getString("source"),
                row.getString("subject"),
                instant(row, "occurred_at"),
                row.getLong("sequence"),
                row.getString("body"));
        return new Head(
                row.getObject("subscription", UUID.class),
                row.getLong("id"),
                row.getInt("attempts"),
                instant(row, "try_until"),
                row.getString("url"),
                row.getString("secret"),
                row.getString("previous_secret"),
                event);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(Sql.instant(row, column));
    }
}
