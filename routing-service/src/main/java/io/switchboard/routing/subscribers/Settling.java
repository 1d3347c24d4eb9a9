package io.switchboard.routing.subscribers;

import io.switchboard.kit.persistence.Sql;
import io.switchboard.kit.persistence.TenantJdbc;
import io.switchboard.routing.subscribers.Attempt.Delivered;
import io.switchboard.routing.subscribers.Attempt.Gone;
import io.switchboard.routing.subscribers.Attempt.Unreachable;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/** Writes down how an attempt ended, and what that means for its line and its subscriber. */
@ApplicationScoped
class Settling {
    private final TenantJdbc database;
    private final Lines lines;
    private final Backoff backoff;

    Settling(TenantJdbc database, Lines lines, SubscribersConfig config) {
        this.database = database;
        this.lines = lines;
        this.backoff = new Backoff(
                config.firstRetry(),
                config.longestRetry(),
                () -> ThreadLocalRandom.current().nextDouble());
    }

    /** What came of it. */
    sealed interface Outcome {
        /** The subscriber has it. {@code next} is what may be sent under the same claim; else the claim is given back. */
        record Arrived(Optional<Head> next) implements Outcome {}

        /** It is tried again later. */
        record Later() implements Outcome {}

        /** It is a dead letter; the line moves on. */
        record Dead() implements Outcome {}

        /** The subscriber wants no more: the subscription is paused. */
        record Paused() implements Outcome {}

        /** Another replica has the claim by now, and sends the same event. */
        record Lost() implements Outcome {}
    }

    /** Settles an attempt to send {@code head}. */
    Outcome settle(Claim claim, Head head, Attempt attempt, Instant now) {
        return database.in(claim.tenant(), transaction -> {
            if (!Lines.lock(transaction, claim)) {
                return new Outcome.Lost();
            }
            return switch (attempt) {
                case Delivered _ -> arrived(transaction, claim, head, attempt, now);
                case Gone _ -> gone(transaction, claim, now);
                case Attempt.Refused _, Unreachable _ -> failed(transaction, claim, head, attempt, now);
            };
        });
    }

    private Outcome arrived(Connection transaction, Claim claim, Head head, Attempt attempt, Instant now)
            throws SQLException {
        note(transaction, head, "DELIVERED", attempt, now);
        Duties.recovered(transaction, claim.subscription(), now);
        Optional<Head> next = Heads.firstOrRemove(transaction, claim, now);
        if (next.isPresent() && !Duties.paused(transaction, claim.subscription())) {
            renew(transaction, claim, now);
            return new Outcome.Arrived(next);
        }
        if (next.isPresent()) {
            Lines.release(transaction, claim, now, now);
        }
        return new Outcome.Arrived(Optional.empty());
    }

    private void renew(Connection transaction, Claim claim, Instant now) throws SQLException {
        Sql.update(
                transaction,
                "update delivery_line set next_try = ?, tried_at = ? where subscription = ? and line = ?",
                lines.claimEnds(now),
                now,
                claim.subscription(),
                claim.line());
    }

    /** The event was not taken, and not refused either: it stays first, for when the subscription is resumed. */
    private static Outcome gone(Connection transaction, Claim claim, Instant now) throws SQLException {
        Lines.release(transaction, claim, now, now);
        Duties.pause(transaction, claim.subscription(), Duties.Pause.GONE);
        return new Outcome.Paused();
    }

    private Outcome failed(Connection transaction, Claim claim, Head head, Attempt attempt, Instant now)
            throws SQLException {
        boolean dead = !now.isBefore(head.tryUntil());
        note(transaction, head, dead ? "DEAD" : "WAITING", attempt, now);
        if (dead) {
            if (Heads.firstOrRemove(transaction, claim, now).isPresent()) {
                Lines.release(transaction, claim, now, now);
            }
        } else {
            Lines.release(transaction, claim, now.plus(backoff.after(head.attempts() + 1)), now);
        }
        Standing before = Duties.lock(transaction, claim.subscription());
        boolean unreachable = attempt instanceof Unreachable;
        Standing after = before.failed(unreachable, head.attempts() == 0, claim.probe(), now, backoff);
        Duties.write(transaction, claim.subscription(), after);
        return dead ? new Outcome.Dead() : new Outcome.Later();
    }

    private static void note(Connection transaction, Head head, String state, Attempt attempt, Instant now)
            throws SQLException {
        Sql.update(transaction, """
                update delivery set state = ?, attempts = attempts + 1, tried_at = ?, status = nullif(?, 0), reason = ?,
                    settled_at = case when ? = 'WAITING' then null else ?::timestamptz end
                where id = ?
                """, state, now, attempt.status(), attempt.reason(), state, now, head.delivery());
    }

    /** Gives a claim back that is not used up, so that other lines have their turn. */
    void release(Claim claim, Instant now) {
        database.in(claim.tenant(), transaction -> {
            if (Lines.lock(transaction, claim)) {
                Lines.release(transaction, claim, now, now);
            }
            return true;
        });
    }
}
