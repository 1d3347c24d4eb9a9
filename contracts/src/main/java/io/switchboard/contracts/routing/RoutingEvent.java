package io.switchboard.contracts.routing;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What routing decided. Topic {@code routing.events}, key: centre; CloudEvents subject: work item or agent.
 *
 * <p>{@code sequence} grows by one with each event of a centre: a reader that remembers the last one it saw can drop
 * what is delivered twice.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = RoutingEvent.WorkQueued.class, name = "work-queued"),
    @JsonSubTypes.Type(value = RoutingEvent.WorkOffered.class, name = "work-offered"),
    @JsonSubTypes.Type(value = RoutingEvent.OfferAccepted.class, name = "offer-accepted"),
    @JsonSubTypes.Type(value = RoutingEvent.OfferDeclined.class, name = "offer-declined"),
    @JsonSubTypes.Type(value = RoutingEvent.OfferExpired.class, name = "offer-expired"),
    @JsonSubTypes.Type(value = RoutingEvent.OfferWithdrawn.class, name = "offer-withdrawn"),
    @JsonSubTypes.Type(value = RoutingEvent.MessageAdded.class, name = "message-added"),
    @JsonSubTypes.Type(value = RoutingEvent.WorkReleased.class, name = "work-released"),
    @JsonSubTypes.Type(value = RoutingEvent.WorkCompleted.class, name = "work-completed"),
    @JsonSubTypes.Type(value = RoutingEvent.PresenceChanged.class, name = "presence-changed"),
    @JsonSubTypes.Type(value = RoutingEvent.CommandRefused.class, name = "command-refused"),
    @JsonSubTypes.Type(value = RoutingEvent.SetupApplied.class, name = "setup-applied"),
    @JsonSubTypes.Type(value = RoutingEvent.WorkDeferred.class, name = "work-deferred"),
    @JsonSubTypes.Type(value = RoutingEvent.WorkAssigned.class, name = "work-assigned"),
    @JsonSubTypes.Type(value = RoutingEvent.WorkTransferred.class, name = "work-transferred"),
    @JsonSubTypes.Type(value = RoutingEvent.WorkCancelled.class, name = "work-cancelled"),
    @JsonSubTypes.Type(value = RoutingEvent.WorkOverflowed.class, name = "work-overflowed"),
    @JsonSubTypes.Type(value = RoutingEvent.WorkRelaxed.class, name = "work-relaxed"),
    @JsonSubTypes.Type(value = RoutingEvent.WrapUpEnded.class, name = "wrap-up-ended"),
    @JsonSubTypes.Type(value = RoutingEvent.ServiceLevelAlert.class, name = "service-level-alert"),
    @JsonSubTypes.Type(value = RoutingEvent.PriorityRaised.class, name = "priority-raised")
})
public sealed interface RoutingEvent {

    /** Derived from centre and sequence. */
    UUID eventId();

    String tenant();

    String centre();

    /** Position among the events of the centre, from 1. */
    long sequence();

    /** When routing decided. */
    Instant at();

    /**
     * Work waits in a queue; after a decline, an expiry or a release it is not queued anew but goes on waiting.
     *
     * @param expectation how many wait there and how long it will take; null in events of before it was told
     * @param consultOf the work it is a question about, null when it is a customer's
     */
    record WorkQueued(
            UUID eventId,
            String tenant,
            String centre,
            long sequence,
            Instant at,
            WorkItem workItem,
            @Nullable Expectation expectation,
            @Nullable UUID consultOf)
            implements RoutingEvent {}

    /** Work is put before one agent until {@code expiresAt}. */
    record WorkOffered(
            UUID eventId,
            String tenant,
            String centre,
            long sequence,
            Instant at,
            UUID offerId,
            String agent,
            Instant expiresAt,
            WorkItem workItem,
            Explanation explanation)
            implements RoutingEvent {}

    /** The agent holds the work now. */
    record OfferAccepted(
            UUID eventId,
            String tenant,
            String centre,
            long sequence,
            Instant at,
            UUID offerId,
            String agent,
            WorkItem workItem)
            implements RoutingEvent {}

    /** The agent refused; the work goes on waiting. */
    record OfferDeclined(
            UUID eventId,
            String tenant,
            String centre,
            long sequence,
            Instant at,
            UUID offerId,
            UUID workItemId,
            String agent,
            @Nullable String reason)
            implements RoutingEvent {}

    /** The agent did not answer in time; the work goes on waiting. */
    record OfferExpired(
            UUID eventId,
            String tenant,
            String centre,
            long sequence,
            Instant at,
            UUID offerId,
            UUID workItemId,
            String agent)
            implements RoutingEvent {}

    /** The offer no longer stands, for a reason that is not the agent's answer; the work goes on waiting. */
    record OfferWithdrawn(
            UUID eventId,
            String tenant,
            String centre,
            long sequence,
            Instant at,
            UUID offerId,
            UUID workItemId,
            String agent,
            String reason)
            implements RoutingEvent {}

    /** The customer wrote again while their work waits, is offered or is held. {@code agent} is null while it waits. */
    record MessageAdded(
            UUID eventId,
            String tenant,
            String centre,
            long sequence,
            Instant at,
            UUID messageId,
            @Nullable String agent,
            WorkItem workItem)
            implements RoutingEvent {}

    /** An agent gave held work back; it waits again under its original key. */
    record WorkReleased(
            UUID eventId,
            String tenant,
            String centre,
            long sequence,
            Instant at,
            String agent,
            @Nullable String reason,
            WorkItem workItem)
            implements RoutingEvent {}

    /**
     * The agent is done.
     *
     * @param messageIds all messages the work item had
     * @param wrapUpUntil until when the agent's capacity stays taken, null: it is free at once
     */
    record WorkCompleted(
            UUID eventId,
            String tenant,
            String centre,
            long sequence,
            Instant at,
            UUID workItemId,
            UUID conversationId,
            String agent,
            @Nullable String disposition,
            List<UUID> messageIds,
            @Nullable Instant wrapUpUntil)
            implements RoutingEvent {

        public WorkCompleted {
            messageIds = List.copyOf(messageIds);
        }
    }

    /** An agent's presence is different now, by their own wish or by routing's. */
    record PresenceChanged(
            UUID eventId,
            String tenant,
            String centre,
            long sequence,
            Instant at,
            String agent,
            Presence presence,
            @Nullable String reason)
            implements RoutingEvent {}

    /** A command changed nothing. {@code reason} is a fixed word such as {@code unknown-offer}. */
    record CommandRefused(
            UUID eventId,
            String tenant,
            String centre,
            long sequence,
            Instant at,
            UUID commandId,
            String agent,
            String reason)
            implements RoutingEvent {}

    /**
     * New skills, queues and agents are in force.
     *
     * @param changedBy who made the version, null when that is not known
     * @param changedAt when the version was made, null when that is not known
     */
    record SetupApplied(
            UUID eventId,
            String tenant,
            String centre,
            long sequence,
            Instant at,
            String version,
            @Nullable String changedBy,
            @Nullable Instant changedAt)
            implements RoutingEvent {}

    /**
     * Work does not wait before a time.
     *
     * @param until when it is queued
     * @param agent who held it and agreed on that, null when its queue is closed
     * @param reason {@code closed}: its queue is; {@code call-back}: so an agent agreed with the customer
     * @param answer what the customer should be told meanwhile, null: nothing
     */
    record WorkDeferred(
            UUID eventId,
            String tenant,
            String centre,
            long sequence,
            Instant at,
            Instant until,
            @Nullable String agent,
            String reason,
            @Nullable String answer,
            WorkItem workItem)
            implements RoutingEvent {}

    /** The agent holds the work without an offer: {@code by} a supervisor, or by their own choice. */
    record WorkAssigned(
            UUID eventId,
            String tenant,
            String centre,
            long sequence,
            Instant at,
            String agent,
            String by,
            WorkItem workItem)
            implements RoutingEvent {}

    /** The agent handed the work on; it waits again. */
    record WorkTransferred(
            UUID eventId,
            String tenant,
            String centre,
            long sequence,
            Instant at,
            String agent,
            TransferTarget to,
            WorkItem workItem)
            implements RoutingEvent {}

    /**
     * The work is over without an agent having completed it.
     *
     * @param agent who held it, null when nobody did
     * @param reason a word such as {@code customer-left}
     * @param messageIds all messages the work item had
     */
    record WorkCancelled(
            UUID eventId,
            String tenant,
            String centre,
            long sequence,
            Instant at,
            UUID workItemId,
            UUID conversationId,
            @Nullable String agent,
            String reason,
            List<UUID> messageIds)
            implements RoutingEvent {

        public WorkCancelled {
            messageIds = List.copyOf(messageIds);
        }
    }

    /** The work waited too long here and is handed to another centre of the tenant. */
    record WorkOverflowed(
            UUID eventId, String tenant, String centre, long sequence, Instant at, String toCentre, WorkItem workItem)
            implements RoutingEvent {}

    /** The work may go to more agents now; {@code ring} counts the steps, 0 after a wait for one agent alone. */
    record WorkRelaxed(UUID eventId, String tenant, String centre, long sequence, Instant at, UUID workItemId, int ring)
            implements RoutingEvent {}

    /** The agent's capacity is free again after completed work. */
    record WrapUpEnded(
            UUID eventId, String tenant, String centre, long sequence, Instant at, UUID workItemId, String agent)
            implements RoutingEvent {}

    /** Work nobody has taken is near its deadline, beyond it, or far beyond it. */
    record ServiceLevelAlert(
            UUID eventId,
            String tenant,
            String centre,
            long sequence,
            Instant at,
            UUID workItemId,
            String queue,
            AlertLevel level)
            implements RoutingEvent {}

    /** Work is more important than was known. */
    record PriorityRaised(
            UUID eventId,
            String tenant,
            String centre,
            long sequence,
            Instant at,
            UUID workItemId,
            int priority,
            boolean emergency)
            implements RoutingEvent {}
}
