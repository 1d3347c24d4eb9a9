package io.switchboard.routing.subscribers;

import io.switchboard.kit.persistence.Sql;
import io.switchboard.kit.persistence.TenantJdbc;
import io.switchboard.routing.forgetting.NamedCustomer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Writes what is to be sent. */
@ApplicationScoped
class Deliveries {
    /** Our clocks may differ by as much. */
    private static final Duration CLOCKS = Duration.ofMinutes(1);

    /** A line that exists is locked, since whoever sends its last event is about to remove it. */
    private static final String INTO_LINES = """
            insert into delivery_line (subscription, line, next_try)
            select subscription, line, ? from taken order by subscription
            on conflict (subscription, line) do update set next_try = delivery_line.next_try
            """;

    private static final String COLUMNS = """
            tenant, centre, subscription, event_id, line, sequence, type, ce_type, source, subject, occurred_at, body,
            customer, state, created_at, try_until
            """;

    private static final String AGAIN = """
            with again as (
                update delivery set state = 'WAITING', attempts = 0, settled_at = null, status = null, reason = null,
                    try_until = ?
                where subscription = ? and case when ? = 0 then state = 'DEAD' else id = ? and state <> 'WAITING' end
                returning subscription, line),
            taken as (select distinct subscription, line from again),
            lined as (
            """ + INTO_LINES + ") select count(*) from again";

    private final TenantJdbc database;
    private final SubscribersConfig config;

    Deliveries(TenantJdbc database, SubscribersConfig config) {
        this.database = database;
        this.config = config;
    }

    /**
     * Adds an event for every subscription of its centre that wants it and was there when it happened; paused ones too. An
     * event that was added before is not added again.
     *
     * @return for how many it was added
     */
    int add(RoutedEvent event, Instant now) {
        return database.in(
                event.tenant(),
                transaction -> Sql.update(
                        transaction,
                        // Locked by key, so that a subscription that is being deleted is gone or stays till we are
                        // done.
                        "with wanting as (select id from subscription where tenant = ? and centre = ?"
                                + " and (types = '{}' or ? = any(types)) and created_at <= ? order by id for key share),"
                                + " taken as (insert into delivery (" + COLUMNS + ")"
                                + " select ?, ?, id, ?, hashtextextended(?, 0), ?, ?, ?, ?, ?, ?, ?, ?, 'WAITING', ?, ?"
                                + " from wanting on conflict (subscription, event_id) do nothing"
                                + " returning subscription, line) " + INTO_LINES,
                        event.tenant(),
                        event.centre(),
                        event.type(),
                        event.at().plus(CLOCKS),
                        event.tenant(),
                        event.centre(),
                        event.id(),
                        event.subject(),
                        event.sequence(),
                        event.type(),
                        event.ceType(),
                        event.source(),
                        event.subject(),
                        event.at(),
                        event.body(),
                        NamedCustomer.in(event.body()).orElse(null),
                        now,
                        now.plus(config.keepTrying()),
                        now));
    }

    /** Adds an event for one subscription, whatever it asked for. */
    int addFor(UUID subscription, RoutedEvent event, Instant now) {
        return database.in(
                event.tenant(),
                transaction -> Sql.update(
                        transaction,
                        "with taken as (insert into delivery (" + COLUMNS + ")"
                                + " values (?, ?, ?, ?, hashtextextended(?, 0), ?, ?, ?, ?, ?, ?, ?, ?, 'WAITING', ?, ?)"
                                + " returning subscription, line) " + INTO_LINES,
                        event.tenant(),
                        event.centre(),
                        subscription,
                        event.id(),
                        event.subject(),
                        event.sequence(),
                        event.type(),
                        event.ceType(),
                        event.source(),
                        event.subject(),
                        event.at(),
                        event.body(),
                        NamedCustomer.in(event.body()).orElse(null),
                        now,
                        now.plus(config.keepTrying()),
                        now));
    }

    /**
     * Sends dead letters again, and what was delivered when it is named. Each takes its old place in its line.
     *
     * @param only one delivery, 0: every dead letter
     * @return how many
     */
    int again(String tenant, UUID subscription, long only, Instant now) {
        return database.in(
                tenant,
                transaction -> Sql.first(
                                transaction,
                                AGAIN,
                                row -> row.getInt(1),
                                now.plus(config.keepTrying()),
                                subscription,
                                only,
                                only,
                                now)
                        .orElse(0));
    }

    /**
     * Removes all that names one of these customers. A line in which nothing is left removes itself.
     *
     * @return how many
     */
    int remove(String tenant, List<UUID> customers) {
        return database.in(
                tenant,
                transaction -> Sql.update(
                        transaction,
                        "delete from delivery where tenant = ? and customer = any(?)",
                        tenant,
                        customers.toArray(UUID[]::new)));
    }
}
