package io.switchboard.routing.decisions;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.switchboard.contracts.EventTypes;
import io.switchboard.contracts.routing.Explanation;
import io.switchboard.contracts.routing.RoutingEvent;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One thing that was decided about a work item.
 *
 * @param sequence of the event in its centre
 * @param at when
 * @param type of the event, such as {@code io.switchboard.routing.work-offered.v1}
 * @param agent who it concerns, or null
 * @param reason a word, or null
 * @param explanation of an offer: why this agent; else null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Decision(
        long sequence,
        Instant at,
        String type,
        @Nullable String agent,
        @Nullable String reason,
        @Nullable Explanation explanation) {

    /** A decision and the work it is about. */
    record About(UUID workItemId, Decision decision) {}

    /** Returns what an event decides about work; empty when it is about something else. */
    static Optional<About> of(RoutingEvent event) {
        return Optional.ofNullable(
                switch (event) {
                    case RoutingEvent.WorkQueued e ->
                        about(e.workItem().workItemId(), e, null, e.workItem().queue());
                    case RoutingEvent.WorkOffered e ->
                        new About(
                                e.workItem().workItemId(),
                                new Decision(e.sequence(), e.at(), EventTypes.of(e), e.agent(), null, e.explanation()));
                    case RoutingEvent.OfferAccepted e -> about(e.workItem().workItemId(), e, e.agent(), null);
                    case RoutingEvent.OfferDeclined e -> about(e.workItemId(), e, e.agent(), e.reason());
                    case RoutingEvent.OfferExpired e -> about(e.workItemId(), e, e.agent(), null);
                    case RoutingEvent.OfferWithdrawn e -> about(e.workItemId(), e, e.agent(), e.reason());
                    case RoutingEvent.MessageAdded e -> about(e.workItem().workItemId(), e, e.agent(), null);
                    case RoutingEvent.WorkReleased e -> about(e.workItem().workItemId(), e, e.agent(), e.reason());
                    case RoutingEvent.WorkDeferred e -> about(e.workItem().workItemId(), e, e.agent(), e.reason());
                    case RoutingEvent.WorkAssigned e -> about(e.workItem().workItemId(), e, e.agent(), "by " + e.by());
                    case RoutingEvent.WorkTransferred e -> about(e.workItem().workItemId(), e, e.agent(), null);
                    case RoutingEvent.WorkOverflowed e ->
                        about(e.workItem().workItemId(), e, null, "to " + e.toCentre());
                    case RoutingEvent.WorkCompleted e -> about(e.workItemId(), e, e.agent(), e.disposition());
                    case RoutingEvent.WorkCancelled e -> about(e.workItemId(), e, e.agent(), e.reason());
                    case RoutingEvent.WorkRelaxed e -> about(e.workItemId(), e, null, "ring " + e.ring());
                    case RoutingEvent.WrapUpEnded e -> about(e.workItemId(), e, e.agent(), null);
                    case RoutingEvent.ServiceLevelAlert e ->
                        about(e.workItemId(), e, null, e.level().name());
                    case RoutingEvent.PriorityRaised e -> about(e.workItemId(), e, null, "to " + e.priority());
                    case RoutingEvent.PresenceChanged _, RoutingEvent.CommandRefused _, RoutingEvent.SetupApplied _ ->
                        null;
                });
    }

    private static About about(UUID workItemId, RoutingEvent event, @Nullable String agent, @Nullable String reason) {
        return new About(
                workItemId, new Decision(event.sequence(), event.at(), EventTypes.of(event), agent, reason, null));
    }
}
