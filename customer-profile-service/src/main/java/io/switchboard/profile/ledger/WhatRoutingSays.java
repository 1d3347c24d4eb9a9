package io.switchboard.profile.ledger;

import io.switchboard.contracts.routing.RoutingEvent;
import io.switchboard.contracts.routing.WorkItem;
import io.switchboard.profile.ledger.Routed.Stage;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a routing event tells about messages.
 *
 * @param messageIds the messages it is about
 * @param routed where routing has them now
 */
public record WhatRoutingSays(List<UUID> messageIds, Routed routed) {

    /** Returns what {@code event} tells; empty for what changes nothing for a message. */
    public static Optional<WhatRoutingSays> of(RoutingEvent event) {
        return switch (event) {
            case RoutingEvent.WorkQueued queued -> all(event, queued.workItem(), null);
            case RoutingEvent.WorkReleased released -> all(event, released.workItem(), null);
            case RoutingEvent.OfferAccepted accepted -> all(event, accepted.workItem(), accepted.agent());
            case RoutingEvent.MessageAdded added ->
                Optional.of(new WhatRoutingSays(
                        List.of(added.messageId()), routed(event, added.workItem(), added.agent())));
            case RoutingEvent.WorkDeferred deferred -> all(event, deferred.workItem(), null);
            case RoutingEvent.WorkAssigned assigned -> all(event, assigned.workItem(), assigned.agent());
            case RoutingEvent.WorkTransferred transferred -> all(event, transferred.workItem(), null);
            case RoutingEvent.WorkOverflowed overflowed -> all(event, overflowed.workItem(), null);
            case RoutingEvent.WorkCompleted completed -> Optional.of(completion(completed));
            case RoutingEvent.WorkCancelled cancelled -> Optional.of(cancellation(cancelled));
            // Offered work goes on waiting, whatever the agent says, until one accepts.
            case RoutingEvent.WorkOffered _,
                    RoutingEvent.OfferDeclined _,
                    RoutingEvent.OfferExpired _,
                    RoutingEvent.OfferWithdrawn _,
                    RoutingEvent.WorkRelaxed _,
                    RoutingEvent.WrapUpEnded _,
                    RoutingEvent.ServiceLevelAlert _,
                    RoutingEvent.PriorityRaised _,
                    RoutingEvent.PresenceChanged _,
                    RoutingEvent.CommandRefused _,
                    RoutingEvent.SetupApplied _ -> Optional.empty();
        };
    }

    private static Optional<WhatRoutingSays> all(RoutingEvent event, WorkItem work, @Nullable String agent) {
        return Optional.of(new WhatRoutingSays(work.messageIds(), routed(event, work, agent)));
    }

    private static Routed routed(RoutingEvent event, WorkItem work, @Nullable String agent) {
        Stage stage = agent == null ? Stage.WAITING : Stage.ASSIGNED;
        return new Routed(event.sequence(), stage, event.at(), work.workItemId(), agent, work.deadline(), null);
    }

    private static WhatRoutingSays completion(RoutingEvent.WorkCompleted done) {
        return new WhatRoutingSays(
                done.messageIds(),
                new Routed(
                        done.sequence(),
                        Stage.COMPLETED,
                        done.at(),
                        done.workItemId(),
                        done.agent(),
                        null,
                        done.disposition()));
    }

    private static WhatRoutingSays cancellation(RoutingEvent.WorkCancelled over) {
        return new WhatRoutingSays(
                over.messageIds(),
                new Routed(
                        over.sequence(),
                        Stage.COMPLETED,
                        over.at(),
                        over.workItemId(),
                        over.agent(),
                        null,
                        over.reason()));
    }
}
