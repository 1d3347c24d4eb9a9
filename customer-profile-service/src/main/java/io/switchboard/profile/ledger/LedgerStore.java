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
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;
import org.hibernate.reactive.mutiny.Mutiny.SelectionQuery;
import org.jspecify.annotations.Nullable;

/** Keeps what became of every message. */
@ApplicationScoped
public class LedgerStore {
    private static final int LONGEST_REASON = 300;
    private static final Place BEFORE_ALL = new Place(Instant.EPOCH, new UUID(0, 0));

    private final MeterRegistry metrics;

    LedgerStore(MeterRegistry metrics) {
        this.metrics = metrics;
    }

    /**
     * Enters a fact about some messages in one statement. What is known already changes nothing, and a message the
     * ledger has not met is entered with it.
     *
     * @param session of a transaction of {@code tenant}
     */
    public Uni<Void> learn(
            Mutiny.Session session, String tenant, String centre, Collection<UUID> messageIds, Fact fact) {
        if (messageIds.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return statement(session, fact)
                .setParameter("tenant", tenant)
                .setParameter("centre", centre)
                .setParameter("ids", array(messageIds))
                .getResultList()
                .invoke(this::count)
                .replaceWithVoid();
    }

    private static SelectionQuery<Object[]> statement(Mutiny.Session session, Fact fact) {
        return switch (fact) {
            case Fact.Received received ->
                query(session, LedgerSql.RECEIVED).setParameter("deadline", received.deadline());
            case Fact.Claimed claimed -> query(session, LedgerSql.CLAIMED).setParameter("deadline", claimed.deadline());
            case Fact.JudgedChaff chaff ->
                query(session, LedgerSql.JUDGED_CHAFF).setParameter("reason", shortened(chaff.reason()));
            case Fact.DeadLettered dead ->
                query(session, LedgerSql.DEAD_LETTERED).setParameter("reason", shortened(dead.reason()));
            case Fact.Answered answered ->
                query(session, LedgerSql.ANSWERED).setParameter("replyId", answered.replyId());
            case Fact.IsRouted is -> routed(query(session, LedgerSql.ROUTED), is.routed());
            case Fact.IsReplied is -> replied(query(session, LedgerSql.REPLIED), is.reply());
        };
    }

    private static SelectionQuery<Object[]> query(Mutiny.Session session, String sql) {
        return session.createNativeQuery(sql, Object[].class);
    }

    private static SelectionQuery<Object[]> routed(SelectionQuery<Object[]> query, Routed routed) {
        return query.setParameter("sequence", routed.sequence())
                .setParameter("stage", routed.stage().name())
                .setParameter("at", routed.at())
                .setParameter("workItemId", routed.workItemId())
                .setParameter("agent", routed.agent())
                .setParameter("deadline", text(routed.deadline()))
                .setParameter("disposition", shortened(routed.disposition()));
    }

    private static SelectionQuery<Object[]> replied(SelectionQuery<Object[]> query, ReplyUnderWay reply) {
        return query.setParameter("replyId", reply.replyId())
                .setParameter("agent", reply.agent())
                .setParameter("requestedAt", reply.requestedAt())
                .setParameter("settledAt", text(reply.settledAt()))
                .setParameter("reason", shortened(reply.reason()));
    }

    private static String array(Collection<UUID> ids) {
        return ids.stream().distinct().sorted().map(UUID::toString).collect(Collectors.joining(",", "{", "}"));
    }

    private static @Nullable String text(@Nullable Instant instant) {
        return instant == null ? null : instant.toString();
    }

    private static @Nullable String shortened(@Nullable String reason) {
        if (reason == null) {
            return null;
        }
        // PostgreSQL keeps no NUL in text.
        String storable = reason.replace('\u0000', ' ');
        return storable.length() <= LONGEST_REASON ? storable : storable.substring(0, LONGEST_REASON);
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
