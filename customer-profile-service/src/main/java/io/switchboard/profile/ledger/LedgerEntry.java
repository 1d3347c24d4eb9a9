package io.switchboard.profile.ledger;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** What became of one message, as stored. Only read through Hibernate: facts are merged in by {@link LedgerStore}. */
@Entity
@Immutable
@Table(name = "ledger_entry")
@SuppressWarnings("NullAway.Init") // filled by Hibernate
public class LedgerEntry {
    /** A message of a tenant. */
    @Embeddable
    public record Key(
            String tenant, @Column(name = "message_id") UUID messageId) implements Serializable {}

    @EmbeddedId
    Key key;

    String centre;

    @Enumerated(EnumType.STRING)
    LedgerState state;

    @Nullable
    Instant deadline;

    @Column(name = "changed_at")
    Instant changedAt;

    @Column(name = "received_deadline")
    @Nullable
    Instant receivedDeadline;

    @Column(name = "claimed_deadline")
    @Nullable
    Instant claimedDeadline;

    @Column(name = "chaff_reason")
    @Nullable
    String chaffReason;

    @Column(name = "dead_letter_reason")
    @Nullable
    String deadLetterReason;

    @Column(name = "answered_by")
    @Nullable
    UUID answeredBy;

    @Column(name = "routing_sequence")
    @Nullable
    Long routingSequence;

    @Enumerated(EnumType.STRING)
    @Column(name = "routing_stage")
    Routed.@Nullable Stage routingStage;

    @Column(name = "routing_at")
    @Nullable
    Instant routingAt;

    @Column(name = "routing_agent")
    @Nullable
    String routingAgent;

    @Column(name = "routing_deadline")
    @Nullable
    Instant routingDeadline;

    @Column(name = "work_item_id")
    @Nullable
    UUID workItemId;

    @Nullable
    String disposition;

    @Column(name = "reply_id")
    @Nullable
    UUID replyId;

    @Column(name = "reply_agent")
    @Nullable
    String replyAgent;

    @Column(name = "reply_requested_at")
    @Nullable
    Instant replyRequestedAt;

    @Column(name = "reply_settled_at")
    @Nullable
    Instant replySettledAt;

    @Column(name = "reply_reason")
    @Nullable
    String replyReason;

    protected LedgerEntry() {}

    /** Returns the message. */
    public UUID messageId() {
        return key.messageId();
    }

    /** Returns the centre it was written to. */
    public String centre() {
        return centre;
    }

    /** Returns what became of it, as the database derived it. */
    public LedgerState state() {
        return state;
    }

    /** Returns when it should be accepted, or null when nobody waits for that. */
    public @Nullable Instant deadline() {
        return deadline;
    }

    /** Returns when something new was learnt of it. */
    public Instant changedAt() {
        return changedAt;
    }

    /** Returns the work item it belongs to, once routing has it. */
    public @Nullable UUID workItemId() {
        return workItemId;
    }

    /** Returns what is known of it. */
    public Facts facts() {
        return new Facts(
                receivedDeadline, claimedDeadline, chaffReason, deadLetterReason, answeredBy, routed(), reply());
    }

    private @Nullable Routed routed() {
        if (routingSequence == null || routingStage == null || routingAt == null || workItemId == null) {
            return null;
        }
        return new Routed(
                routingSequence, routingStage, routingAt, workItemId, routingAgent, routingDeadline, disposition);
    }

    private @Nullable ReplyUnderWay reply() {
        if (replyId == null || replyAgent == null || replyRequestedAt == null) {
            return null;
        }
        return new ReplyUnderWay(replyId, replyAgent, replyRequestedAt, replySettledAt, replyReason);
    }
}
