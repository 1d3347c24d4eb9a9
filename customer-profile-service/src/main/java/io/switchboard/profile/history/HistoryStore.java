package io.switchboard.profile.history;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.smallrye.mutiny.Uni;
import io.switchboard.contracts.message.Message;
import io.switchboard.contracts.message.Understanding;
import io.switchboard.contracts.message.Visibility;
import io.switchboard.contracts.reply.ReplyRequested;
import io.switchboard.contracts.reply.ReplySettled;
import io.switchboard.kit.event.EventJson;
import io.switchboard.profile.customer.Address;
import io.switchboard.profile.customer.Addresses;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Keeps what was said, both ways. Entering something twice changes nothing. */
@ApplicationScoped
public class HistoryStore {
    private final Addresses addresses;

    HistoryStore(Addresses addresses) {
        this.addresses = addresses;
    }

    /** Enters what customers said, with what it was understood to mean where that is known; each message once. */
    public Uni<Void> heard(Mutiny.Session session, String tenant, List<Heard> heard) {
        return session.createNativeQuery(HistorySql.HEARD)
                .setParameter("tenant", tenant)
                .setParameter("rows", json(heard.stream().map(this::row).toList()))
                .executeUpdate()
                .replaceWithVoid();
    }

    private HeardRow row(Heard heard) {
        Message message = heard.message();
        Understanding understanding = heard.understanding();
        Address address = addresses.of(message);
        return new HeardRow(
                message.messageId(),
                message.centre(),
                message.conversationId(),
                message.channel(),
                message.account(),
                storable(message.handle()),
                storable(message.handleName()),
                message.signedIdentity() != null,
                address.kind(),
                address.scope(),
                address.value(),
                message.visibility(),
                storable(message.subject()),
                storable(message.text()),
                json(message.attachments()),
                understanding == null ? null : json(understanding),
                storable(message.providerMessageId()),
                message.receivedAt());
    }

    /** What a customer said as {@link HistorySql#HEARD} reads it. */
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    private record HeardRow(
            UUID messageId,
            String centre,
            UUID conversationId,
            String channel,
            String account,
            @Nullable String handle,
            @Nullable String handleName,
            boolean signedIn,
            String addressKind,
            String addressScope,
            String address,
            Visibility visibility,
            @Nullable String subject,
            @Nullable String text,
            String attachments,
            @Nullable String understanding,
            @Nullable String providerMessageId,
            Instant at) {}

    /** Enters a reply that is on its way. */
    public Uni<Void> requested(Mutiny.Session session, ReplyRequested reply) {
        return replied(session, reply, ReplyState.REQUESTED, null, null, null);
    }

    /** Enters what became of a reply. */
    public Uni<Void> settled(Mutiny.Session session, ReplySettled settled) {
        return replied(
                session,
                settled.reply(),
                ReplyState.of(settled.outcome()),
                settled.providerMessageId(),
                settled.reason(),
                settled.settledAt());
    }

    private Uni<Void> replied(
            Mutiny.Session session,
            ReplyRequested reply,
            ReplyState state,
            @Nullable String providerMessageId,
            @Nullable String reason,
            @Nullable Instant settledAt) {
        Address address = addresses.of(reply);
        return addressed(session.createNativeQuery(HistorySql.REPLIED), address)
                .setParameter("tenant", reply.tenant())
                .setParameter("messageId", reply.replyId())
                .setParameter("centre", reply.centre())
                .setParameter("conversationId", reply.conversationId())
                .setParameter("channel", reply.channel())
                .setParameter("account", reply.account())
                .setParameter("handle", storable(reply.handle()))
                .setParameter("visibility", reply.visibility().name())
                .setParameter("agent", reply.agent())
                .setParameter("subject", storable(reply.inReplyTo().subject()))
                .setParameter("text", storable(reply.text()))
                .setParameter("providerMessageId", storable(providerMessageId))
                .setParameter("at", reply.requestedAt())
                .setParameter("state", state.name())
                .setParameter("reason", storable(reason))
                .setParameter("settledAt", settledAt == null ? null : settledAt.toString())
                .executeUpdate()
                .replaceWithVoid();
    }

    private static <R> Mutiny.Query<R> addressed(Mutiny.Query<R> query, Address address) {
        return query.setParameter("addressKind", address.kind())
                .setParameter("addressScope", address.scope())
                .setParameter("address", address.value());
    }

    /** Returns the newest {@code limit} messages of a conversation, oldest first; empty when there is none. */
    public Uni<List<Said>> ofConversation(Mutiny.Session session, String tenant, UUID conversationId, int limit) {
        return oldestFirst(session.createQuery("""
                        select m from HistoryEntry m
                        where m.key.tenant = :tenant and m.conversationId = :conversation
                        order by m.at desc, m.key.messageId desc
                        """, HistoryEntry.class)
                .setParameter("tenant", tenant)
                .setParameter("conversation", conversationId)
                .setMaxResults(limit));
    }

    /** Returns the newest {@code limit} messages from and to all handles of a customer, oldest first. */
    public Uni<List<Said>> ofCustomer(Mutiny.Session session, String tenant, UUID customerId, int limit) {
        return oldestFirst(session.createQuery("""
                        select m from HistoryEntry m, Handle h, CustomerRecord c
                        where c.key.tenant = :tenant and c.rootId = :customer
                        and h.key.tenant = c.key.tenant and h.customerId = c.key.customerId
                        and m.key.tenant = h.key.tenant and m.addressKind = h.key.kind
                        and m.addressScope = h.key.scope and m.address = h.key.value
                        order by m.at desc, m.key.messageId desc
                        """, HistoryEntry.class)
                .setParameter("tenant", tenant)
                .setParameter("customer", customerId)
                .setMaxResults(limit));
    }

    /** Returns those of the messages that there are, in no order. */
    public Uni<List<Said>> withIds(Mutiny.Session session, String tenant, List<UUID> ids) {
        if (ids.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        return session.createQuery(
                        "from HistoryEntry where key.tenant = :tenant and key.messageId in :ids", HistoryEntry.class)
                .setParameter("tenant", tenant)
                .setParameter("ids", ids)
                .getResultList()
                .map(found -> found.stream().map(HistoryEntry::said).toList());
    }

    private static Uni<List<Said>> oldestFirst(Mutiny.SelectionQuery<HistoryEntry> newestFirst) {
        return newestFirst
                .getResultList()
                .map(found -> found.reversed().stream().map(HistoryEntry::said).toList());
    }

    private static String json(Object value) {
        return EventJson.text(value);
    }

    /** PostgreSQL keeps no NUL in text; a message that has one is kept without it rather than dead-lettered. */
    private static @Nullable String storable(@Nullable String text) {
        return text == null ? null : text.replace('\u0000', '\uFFFD');
    }
}
