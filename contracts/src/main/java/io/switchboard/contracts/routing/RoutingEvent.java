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
    @JsonSubTypes.Type(value = RoutingEvent.SetupApplied.class, name = "setup-applied")
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

    /** Work waits in a queue; after a decline, an expiry or a release it is not queued anew but goes on waiting. */
    record WorkQueued(UUID eventId, String tenant, String centre, long sequence, Instant at, WorkItem workItem)
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

    /** The agent is done. {@code messageIds} are all messages the work item had. */
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
            List<UUID> messageIds)
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

    /** New skills, queues and agents are in force. */
    record SetupApplied(UUID eventId, String tenant, String centre, long sequence, Instant at, String version)
            implements RoutingEvent {}
}
