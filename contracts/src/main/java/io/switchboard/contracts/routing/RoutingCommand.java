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
    @JsonSubTypes.Type(value = RoutingCommand.ReleaseWork.class, name = "release-work")
})
public sealed interface RoutingCommand {

    /** Chosen by the caller: the same id twice is the same command. */
    UUID commandId();

    String tenant();

    String centre();

    /** The agent who asks, from the token. */
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
}
