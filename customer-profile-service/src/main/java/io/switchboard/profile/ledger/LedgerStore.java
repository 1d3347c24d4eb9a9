package io.switchboard.profile.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import io.switchboard.kit.event.EventJson;
import io.switchboard.profile.paging.Place;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.hibernate.reactive.mutiny.Mutiny.SelectionQuery;

/** Keeps what became of every message. */
@ApplicationScoped
public class LedgerStore {
    private static final Place BEFORE_ALL = new Place(Instant.EPOCH, new UUID(0, 0));

    private final MeterRegistry metrics;

    LedgerStore(MeterRegistry metrics) {
        this.metrics = metrics;
    }

    /** Enters a fact about some messages of a centre, as {@link #learn(Mutiny.Session, String, List)} does. */
    public Uni<Void> learn(
            Mutiny.Session session, String tenant, String centre, Collection<UUID> messageIds, Fact fact) {
        return learn(
                session,
                tenant,
                messageIds.stream()
                        .distinct()
                        .map(id -> new Told(id, centre, fact))
                        .toList());
    }

    /**
     * Enters facts in one statement. What is known already changes nothing, and a message the ledger has not met is entered
     * with it.
     *
     * @param session of a transaction of {@code tenant}
     * @param told facts of one kind, each about another message
     */
    public Uni<Void> learn(Mutiny.Session session, String tenant, List<Told> told) {
        if (told.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return query(session, statement(told.getFirst().fact()))
                .setParameter("tenant", tenant)
                .setParameter("rows", rows(told))
                .getResultList()
                .invoke(this::count)
                .replaceWithVoid();
    }

    private static String statement(Fact fact) {
        return switch (fact) {
            case Fact.Received _ -> LedgerSql.RECEIVED;
            case Fact.Claimed _ -> LedgerSql.CLAIMED;
            case Fact.JudgedChaff _ -> LedgerSql.JUDGED_CHAFF;
            case Fact.DeadLettered _ -> LedgerSql.DEAD_LETTERED;
            case Fact.Answered _ -> LedgerSql.ANSWERED;
            case Fact.IsRouted _ -> LedgerSql.ROUTED;
            case Fact.IsReplied _ -> LedgerSql.REPLIED;
        };
    }

    private static String rows(List<Told> told) {
        return EventJson.text(told.stream().map(FactRow::of).toList());
    }

    private static SelectionQuery<Object[]> query(Mutiny.Session session, String sql) {
        return session.createNativeQuery(sql, Object[].class);
    }

    /** Each change is counted under the state it led to; the counters of several replicas add up. */
    private void count(List<Object[]> changes) {
        for (Object[] change : changes) {
            if (!Objects.equals(change[0], change[1])) {
                metrics.counter("switchboard.ledger.changes", "state", String.valueOf(change[1]))
                        .increment();
            }
        }
    }

    /** Returns what became of a message. */
    public Uni<Optional<LedgerEntry>> find(Mutiny.Session session, String tenant, UUID messageId) {
        return session.createQuery(
                        "from LedgerEntry where key.tenant = :tenant and key.messageId = :id", LedgerEntry.class)
                .setParameter("tenant", tenant)
                .setParameter("id", messageId)
                .getSingleResultOrNull()
                .map(Optional::ofNullable);
    }

    /**
     * Returns the messages of a centre that wait past their deadline, the longest overdue first.
     *
     * @param after the last one of the page before; empty for the first page
     */
    public Uni<List<LedgerEntry>> overdue(
            Mutiny.Session session, String tenant, String centre, Optional<Place> after, int limit) {
        Place place = after.orElse(BEFORE_ALL);
        return session.createQuery("""
                        from LedgerEntry where key.tenant = :tenant and centre = :centre and state = WAITING
                        and deadline < :now and (deadline > :at or (deadline = :at and key.messageId > :id))
                        order by deadline, key.messageId
                        """, LedgerEntry.class)
                .setParameter("tenant", tenant)
                .setParameter("centre", centre)
                .setParameter("now", Instant.now())
                .setParameter("at", place.at())
                .setParameter("id", place.id())
                .setMaxResults(limit)
                .getResultList();
    }

    /** Returns how many messages of a centre are in each state at {@code now}. */
    public Uni<LedgerCounts> count(Mutiny.Session session, String tenant, String centre, Instant now) {
        return counts(query(session, LedgerSql.COUNT), tenant, centre, now);
    }

    /** Returns what became of the messages of a centre that were received in a span, by channel. */
    public Uni<List<ChannelCounts>> between(
            Mutiny.Session session, String tenant, String centre, Instant from, Instant to) {
        return session.createNativeQuery(LedgerSql.BY_CHANNEL, String.class)
                .setParameter("tenant", tenant)
                .setParameter("centre", centre)
                .setParameter("from", from)
                .setParameter("to", to)
                .getResultList()
                .map(rows -> rows.stream()
                        .map(json -> EventJson.read(json.getBytes(UTF_8), ChannelCounts.class))
                        .toList());
    }

    /** Returns the same for the states that want somebody's attention; it is cheap however long the history is. */
    Uni<LedgerCounts> countOpen(Mutiny.Session session, String tenant, String centre, Instant now) {
        return counts(query(session, LedgerSql.COUNT_OPEN), tenant, centre, now);
    }

    private static Uni<LedgerCounts> counts(SelectionQuery<Object[]> query, String tenant, String centre, Instant now) {
        return query.setParameter("tenant", tenant)
                .setParameter("centre", centre)
                .setParameter("now", now)
                .getResultList()
                .map(LedgerCounts::of);
    }
}
