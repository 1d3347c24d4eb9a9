package io.switchboard.gateway.desk;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.JsonNode;
import io.switchboard.contracts.routing.Explanation;
import io.switchboard.contracts.routing.Presence;
import io.switchboard.contracts.routing.WorkItem;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a desk is told over its socket. Times are ISO 8601 in UTC; what is null is left out. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = DeskMessage.Snapshot.class, name = "snapshot"),
    @JsonSubTypes.Type(value = DeskMessage.Offered.class, name = "offer"),
    @JsonSubTypes.Type(value = DeskMessage.OfferGone.class, name = "offer-gone"),
    @JsonSubTypes.Type(value = DeskMessage.Work.class, name = "work"),
    @JsonSubTypes.Type(value = DeskMessage.Message.class, name = "message"),
    @JsonSubTypes.Type(value = DeskMessage.WorkGone.class, name = "work-gone"),
    @JsonSubTypes.Type(value = DeskMessage.Reply.class, name = "reply"),
    @JsonSubTypes.Type(value = DeskMessage.PresenceChanged.class, name = "presence"),
    @JsonSubTypes.Type(value = DeskMessage.AcceptedCommand.class, name = "accepted-command"),
    @JsonSubTypes.Type(value = DeskMessage.Refused.class, name = "refused"),
    @JsonSubTypes.Type(value = DeskMessage.Board.class, name = "board"),
    @JsonSubTypes.Type(value = DeskMessage.BoardAway.class, name = "board-away")
})
public sealed interface DeskMessage {

    /** The whole desk: the first message of a connection, and again when messages may have been missed. */
    record Snapshot(
            String agent,
            String tenant,
            String centre,
            Set<String> roles,
            @Nullable Instant sessionExpiresAt,
            Instant serverTime,
            Presence presence,
            @Nullable String presenceReason,
            List<Offer> offers,
            List<HeldWork> work)
            implements DeskMessage {}

    /** Work is put before the agent. */
    record Offered(UUID offerId, Instant expiresAt, WorkItem workItem, Explanation explanation)
            implements DeskMessage {}

    /** An offer no longer stands: {@code accepted}, {@code declined}, {@code expired} or routing's reason. */
    record OfferGone(UUID offerId, String reason) implements DeskMessage {}

    /** The agent holds this work, or what they hold was updated. */
    record Work(WorkItem workItem) implements DeskMessage {}

    /** The customer wrote again. */
    record Message(UUID workItemId, UUID messageId) implements DeskMessage {}

    /** The agent no longer holds this work: {@code completed}, {@code released}. */
    record WorkGone(UUID workItemId, String reason) implements DeskMessage {}

    /** How far an answer got. */
    record Reply(
            UUID replyId,
            UUID workItemId,
            ReplyState.Outcome outcome,
            @Nullable String reason) implements DeskMessage {}

    /** The agent's presence is different now. */
    record PresenceChanged(Presence presence, @Nullable String reason) implements DeskMessage {}

    /**
     * Kafka has the request; its effect follows as another message, or as {@link Refused} with the same command.
     *
     * @param request what was asked, such as {@code accept}
     * @param requestId what the client called it, if it did
     * @param commandId the command to routing, or the reply
     */
    record AcceptedCommand(String request, @Nullable String requestId, UUID commandId) implements DeskMessage {}

    /**
     * A request changed nothing.
     *
     * @param commandId the command routing refused; null when the gateway refused before it was sent
     * @param requestId what the client called it, if it did and the gateway refused
     * @param reason a fixed word, such as {@code unknown-offer}
     */
    record Refused(@Nullable UUID commandId, @Nullable String requestId, String reason) implements DeskMessage {}

    /** The queues and agents of the centre, for supervisors. */
    record Board(JsonNode queues, JsonNode agents, JsonNode at) implements DeskMessage {}

    /** The board cannot be read now: what was shown is getting old. */
    record BoardAway() implements DeskMessage {}
}
