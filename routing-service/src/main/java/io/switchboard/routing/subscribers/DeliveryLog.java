package io.switchboard.routing.subscribers;

import io.switchboard.kit.persistence.Sql;
import io.switchboard.kit.persistence.TenantJdbc;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Reads what was sent, is to be sent, and could not be. */
@ApplicationScoped
class DeliveryLog {
    private final TenantJdbc database;

    DeliveryLog(TenantJdbc database) {
        this.database = database;
    }

    /** Where an event is on its way to a subscriber. */
    enum DeliveryState {
        WAITING,
        DELIVERED,
        /** It was tried for as long as we try; it can be sent again. */
        DEAD
    }

    /**
     * One event for one subscriber.
     *
     * @param eventId what the subscriber knows it by
     * @param subject the work item or agent, whose events come in order
     * @param attempts how often it was tried since it was last sent on its way
     * @param status the last answer, null when there was none
     * @param reason why the last attempt failed, null when there was none
     */
    @Schema(name = "Delivery")
    record Logged(
            long id,
            String eventId,
            String type,
            String subject,
            long sequence,
            Instant occurredAt,
            DeliveryState state,
            int attempts,
            @Nullable Instant triedAt,
            @Nullable Instant settledAt,
            @Nullable Integer status,
            @Nullable String reason) {}

    /** Returns at most {@code limit} deliveries below {@code before}, the newest first; of any state when it is null. */
    List<Logged> page(String tenant, UUID subscription, @Nullable DeliveryState state, long before, int limit) {
        String wanted = state == null ? "" : state.name();
        return database.in(
                tenant,
                transaction ->
                        Sql.list(transaction, """
                        select id, event_id, type, subject, sequence, occurred_at, state, attempts, tried_at, settled_at,
                            status, reason
                        from delivery where subscription = ? and id < ? and (? = '' or state = ?)
                        order by id desc limit ?
                        """, DeliveryLog::read, subscription, before, wanted, wanted, limit));
    }

    private static Logged read(ResultSet row) throws SQLException {
        return new Logged(
                row.getLong("id"),
                row.getString("event_id"),
                row.getString("type"),
                row.getString("subject"),
                row.getLong("sequence"),
                Objects.requireNonNull(Sql.instant(row, "occurred_at")),
                DeliveryState.valueOf(row.getString("state")),
                row.getInt("attempts"),
                Sql.instant(row, "tried_at"),
                Sql.instant(row, "settled_at"),
                row.getObject("status", Integer.class),
                row.getString("reason"));
    }
}
