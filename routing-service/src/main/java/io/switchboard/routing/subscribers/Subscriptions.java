package io.switchboard.routing.subscribers;

import io.switchboard.kit.persistence.Sql;
import io.switchboard.kit.persistence.TenantJdbc;
import io.switchboard.kit.tenancy.Caller;
import io.switchboard.routing.subscribers.Duties.Pause;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The subscriptions in the database. Every method sees those of the caller's centre and no others. */
@ApplicationScoped
class Subscriptions {
    private static final String OF_CENTRE = """
            select s.id, s.url, s.types, s.description, s.created_by, s.created_at,
                d.paused, d.down, d.failures, d.misses, d.failing_since, d.probe_at
            from subscription s join subscription_duty d on d.subscription = s.id
            where s.tenant = ? and s.centre = ?
            """;

    private final TenantJdbc database;
    private final SecretSeal seal;
    private final SubscribersConfig config;

    Subscriptions(TenantJdbc database, SecretSeal seal, SubscribersConfig config) {
        this.database = database;
        this.seal = seal;
        this.config = config;
    }

    /** What is done with one subscription, in the transaction that found it. */
    @FunctionalInterface
    interface Change {
        void in(Connection transaction) throws SQLException;
    }

    /** A subscription and the secret that is shown this one time. */
    record Made(Subscription subscription, SigningSecret secret) {}

    /** Adds a subscription; nothing when the centre has as many as it may. */
    Optional<Made> add(Caller caller, String url, List<String> types, @Nullable String description, Instant now) {
        UUID id = UUID.randomUUID();
        SigningSecret secret = SigningSecret.make();
        return database.in(caller.tenant(), transaction -> {
            if (list(transaction, caller).size() >= config.perCentre()) {
                return Optional.empty();
            }
            Sql.update(
                    transaction,
                    """
                    insert into subscription (id, tenant, centre, url, types, description, secret, created_by, created_at)
                    values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                    """,
                    id,
                    caller.tenant(),
                    caller.centre(),
                    url,
                    types.toArray(String[]::new),
                    description,
                    seal.seal(id, secret),
                    caller.name(),
                    now);
            Duties.add(transaction, id, caller.tenant(), now);
            return find(transaction, caller, id).map(made -> new Made(made, secret));
        });
    }

    /** Returns every subscription, the oldest first. */
    List<Subscription> all(Caller caller) {
        return database.in(caller.tenant(), transaction -> list(transaction, caller));
    }

    Optional<Subscription> find(Caller caller, UUID id) {
        return database.in(caller.tenant(), transaction -> find(transaction, caller, id));
    }

    /** Changes a subscription; returns it afterwards, nothing when there is none. */
    Optional<Subscription> change(Caller caller, UUID id, Change change) {
        return database.in(caller.tenant(), transaction -> {
            if (find(transaction, caller, id).isEmpty()) {
                return Optional.empty();
            }
            change.in(transaction);
            return find(transaction, caller, id);
        });
    }

    /** Replaces the secret; the old one signs, too, until the overlap is over. */
    Optional<Made> rotate(Caller caller, UUID id, Instant now) {
        SigningSecret secret = SigningSecret.make();
        return change(
                        caller,
                        id,
                        transaction -> Sql.update(
                                transaction, """
                        update subscription set previous_secret = secret, previous_secret_until = ?, secret = ? where id = ?
                        """, now.plus(config.secretOverlap()), seal.seal(id, secret), id))
                .map(changed -> new Made(changed, secret));
    }

    /** Removes a subscription with all that was sent or is to be sent; returns whether there was one. */
    boolean remove(Caller caller, UUID id) {
        // First, so that nothing is claimed while a long backlog is removed.
        boolean found = change(caller, id, transaction -> Duties.pause(transaction, id, Pause.OWNER))
                .isPresent();
        if (found) {
            database.in(
                    caller.tenant(),
                    transaction -> Sql.update(transaction, "delete from subscription where id = ?", id));
        }
        return found;
    }

    private static List<Subscription> list(Connection transaction, Caller caller) throws SQLException {
        return Sql.list(
                transaction,
                OF_CENTRE + "order by s.created_at, s.id",
                Subscriptions::read,
                caller.tenant(),
                caller.centre());
    }

    private static Optional<Subscription> find(Connection transaction, Caller caller, UUID id) throws SQLException {
        return Sql.first(
                transaction, OF_CENTRE + "and s.id = ?", Subscriptions::read, caller.tenant(), caller.centre(), id);
    }

    private static Subscription read(ResultSet row) throws SQLException {
        Array types = row.getArray("types");
        String paused = row.getString("paused");
        return new Subscription(
                row.getObject("id", UUID.class),
                row.getString("url"),
                List.of((String[]) types.getArray()),
                row.getString("description"),
                row.getString("created_by"),
                Objects.requireNonNull(Sql.instant(row, "created_at")),
                paused == null ? null : Pause.valueOf(paused),
                Duties.read(row));
    }
}
