package io.switchboard.contracts.routing;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an agent or supervisor asks of routing. Topic {@code routing.commands}, key: centre.
 *
 * <p>A command that cannot be done changes nothing and is answered with {@link RoutingEvent.CommandRefused}.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = RoutingCommand.SetPresence.class, name = "set-presence"),
    @JsonSubTypes.Type(value = RoutingCommand.AcceptOffer.class, name = "accept-offer"),
    @JsonSubTypes.Type(value = RoutingCommand.DeclineOffer.class, name = "decline-offer"),
    @JsonSubTypes.Type(value = RoutingCommand.CompleteWork.class, name = "complete-work"),
    @JsonSubTypes.Type(value = RoutingCommand.ReleaseWork.class, name = "release-work"),
    @JsonSubTypes.Type(value = RoutingCommand.EndWrapUp.class, name = "end-wrap-up"),
    @JsonSubTypes.Type(value = RoutingCommand.PickWork.class, name = "pick-work"),
    @JsonSubTypes.Type(value = RoutingCommand.AssignWork.class, name = "assign-work"),
    @JsonSubTypes.Type(value = RoutingCommand.TransferWork.class, name = "transfer-work"),
    @JsonSubTypes.Type(value = RoutingCommand.ConsultAboutWork.class, name = "consult-about-work"),
    @JsonSubTypes.Type(value = RoutingCommand.PostponeWork.class, name = "postpone-work"),
    @JsonSubTypes.Type(value = RoutingCommand.CancelWork.class, name = "cancel-work"),
    @JsonSubTypes.Type(value = RoutingCommand.ReceiveWork.class, name = "receive-work")
})
public sealed interface RoutingCommand {

    /** Chosen by the caller: the same id twice is the same command. */
    UUID commandId();

    String tenant();

    String centre();

    /** The agent or supervisor who asks, from the token. */
    String agent();

    /** When it was asked, by the gateway's clock. */
    Instant at();

    /** The agent can or cannot take work from now on. */
    record SetPresence(
            UUID commandId,
            String tenant,
            String centre,
            String agent,
            Instant at,
            Presence presence,
            @Nullable String reason)
            implements RoutingCommand {}

    /** The agent takes the offered work. */
    record AcceptOffer(UUID commandId, String tenant, String centre, String agent, Instant at, UUID offerId)
            implements RoutingCommand {}

    /** The agent does not take the offered work; it is offered to somebody else. */
    record DeclineOffer(
            UUID commandId,
            String tenant,
            String centre,
            String agent,
            Instant at,
            UUID offerId,
            @Nullable String reason)
            implements RoutingCommand {}

    /**
     * The agent is done with the work.
     *
     * @param disposition a word of the centre's own, or null
     * @param lastSeen the latest message the agent has seen; when the customer has written since, the work is not completed,
     *     so that nothing is closed unread. Null: whatever came is meant
     */
    record CompleteWork(
            UUID commandId,
            String tenant,
            String centre,
            String agent,
            Instant at,
            UUID workItemId,
            @Nullable String disposition,
            @Nullable UUID lastSeen)
            implements RoutingCommand {}

    /** The agent gives the work back; it waits again where it would have waited. */
    record ReleaseWork(
            UUID commandId,
            String tenant,
            String centre,
            String agent,
            Instant at,
            UUID workItemId,
            @Nullable String reason)
            implements RoutingCommand {}

    /** The agent is done with what comes after completed work, before its time is over. */
    record EndWrapUp(UUID commandId, String tenant, String centre, String agent, Instant at, UUID workItemId)
            implements RoutingCommand {}

    /** The agent takes waiting work by hand. */
    record PickWork(UUID commandId, String tenant, String centre, String agent, Instant at, UUID workItemId)
            implements RoutingCommand {}

    /** A supervisor gives work that nobody holds to an agent. */
    record AssignWork(
            UUID commandId, String tenant, String centre, String agent, Instant at, UUID workItemId, String toAgent)
            implements RoutingCommand {}

    /** The agent hands work they hold on. */
    record TransferWork(
            UUID commandId, String tenant, String centre, String agent, Instant at, UUID workItemId, TransferTarget to)
            implements RoutingCommand {}

    /** The agent asks somebody else about work they hold, and keeps it. The question is work of its own. */
    record ConsultAboutWork(
            UUID commandId, String tenant, String centre, String agent, Instant at, UUID workItemId, TransferTarget to)
            implements RoutingCommand {}

    /** The agent agreed with the customer to go on at {@code until}; then the work waits for this agent first. */
    record PostponeWork(
            UUID commandId, String tenant, String centre, String agent, Instant at, UUID workItemId, Instant until)
            implements RoutingCommand {}

    /** The customer left, or needs no answer any more; {@code reason} is a word such as {@code customer-left}. */
    record CancelWork(
            UUID commandId, String tenant, String centre, String agent, Instant at, UUID workItemId, String reason)
            implements RoutingCommand {}

    /** Another centre of the tenant hands over work that waited there too long. Written by routing alone. */
    record ReceiveWork(
            UUID commandId,
            String tenant,
            String centre,
            String agent,
            Instant at,
            String fromCentre,
            WorkItem workItem)
            implements RoutingCommand {}
}
