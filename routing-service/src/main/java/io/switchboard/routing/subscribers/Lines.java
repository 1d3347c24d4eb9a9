package io.switchboard.routing.subscribers;

import io.switchboard.kit.persistence.Sql;
import io.switchboard.kit.persistence.TenantJdbc;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Which lines are due, and who has the right to send from them. */
@ApplicationScoped
class Lines {
    /** A claim outlives the longest request by this much. Who was stopped for longer has lost it. */
    private static final Duration SPARE = Duration.ofSeconds(20);

    /**
     * Held while lines are claimed, so that all replicas together keep to a subscriber's limit. A replica does not wait for
     * another: what is held is being served.
     */
    private static final String DUE = """
            select d.subscription, d.tenant, d.down from subscription_duty d
            where d.paused is null and (not d.down or d.probe_at <= ?) and exists (
                select from delivery_line l
                where l.subscription = d.subscription and (l.next_try <= ? or (d.down and l.claim is null)))
            order by d.served_at limit ? for update of d skip locked
            """;

    /** A subscriber that is down is asked by another line each time: one event that it hates must not keep it down. */
    private static final String CLAIM = """
            with picked as (
                select line from delivery_line
                where subscription = ? and (next_try <= ? or (? and claim is null))
                order by case when ? then tried_at end nulls first, next_try, line
                limit greatest(0, least(?, ? - (
                    select count(*) from delivery_line b
                    where b.subscription = ? and b.claim is not null and b.next_try > ?)))
                for update skip locked)
            update delivery_line l set claim = gen_random_uuid(), next_try = ?
            from picked where l.subscription = ? and l.line = picked.line
            returning l.line, l.claim
            """;

    private final TenantJdbc database;
    private final SubscribersConfig config;

    Lines(TenantJdbc database, SubscribersConfig config) {
        this.database = database;
        this.config = config;
    }

    /** Claims at most {@code limit} lines that are due, of those subscribers first that were served longest ago. */
    List<Claim> claim(int limit, Instant now) {
        return database.ofNobody(transaction -> {
            List<Claim> claims = new ArrayList<>();
            for (Due due : Sql.list(transaction, DUE, Lines::due, now, now, limit)) {
                if (claims.size() < limit) {
                    claims.addAll(claim(transaction, due, limit - claims.size(), now));
                }
            }
            return claims;
        });
    }

    private List<Claim> claim(Connection transaction, Due due, int limit, Instant now) throws SQLException {
        Sql.update(
                transaction,
                "update subscription_duty set served_at = ? where subscription = ?",
                now,
                due.subscription);
        return Sql.list(
                transaction,
                CLAIM,
                row -> new Claim(due.tenant, due.subscription, row.getLong(1), row.getObject(2, UUID.class), due.down),
                due.subscription,
                now,
                due.down,
                due.down,
                limit,
                due.down ? 1 : config.parallelPerSubscription(),
                due.subscription,
                now,
                claimEnds(now),
                due.subscription);
    }

    /** Returns when a claim that is made or renewed now ends by itself. */
    Instant claimEnds(Instant now) {
        return now.plus(config.timeout()).plus(SPARE);
    }

    /**
     * Locks the line of a claim until the transaction ends, which keeps what is added to it waiting.
     *
     * @return false when the claim is another's by now
     */
    static boolean lock(Connection transaction, Claim claim) throws SQLException {
        return Sql.first(
                        transaction,
                        "select line from delivery_line where subscription = ? and line = ? and claim = ? for update",
                        row -> row.getLong(1),
                        claim.subscription(),
                        claim.line(),
                        claim.id())
                .isPresent();
    }

    /** Gives the claim back; the line is due again at {@code nextTry}. The line is locked. */
    static void release(Connection transaction, Claim claim, Instant nextTry, Instant now) throws SQLException {
        Sql.update(
                transaction,
                "update delivery_line set claim = null, next_try = ?, tried_at = ? where subscription = ? and line = ?",
                nextTry,
                now,
                claim.subscription(),
                claim.line());
    }

    private static Due due(java.sql.ResultSet row) throws SQLException {
        return new Due(row.getObject(1, UUID.class), row.getString(2), row.getBoolean(3));
    }

    private record Due(UUID subscription, String tenant, boolean down) {}
}
