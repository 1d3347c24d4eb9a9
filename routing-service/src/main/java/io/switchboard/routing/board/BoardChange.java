package io.switchboard.routing.board;

import io.switchboard.contracts.routing.RoutingEvent;
import io.switchboard.contracts.routing.WorkItem;
import java.util.UUID;

/** What an event means for the board. */
sealed interface BoardChange {

    /** Work is somewhere now; {@code agent} is empty while it waits. */
    record Placed(UUID workItemId, String place, String queue, String agent, long arrivedAtMillis)
            implements BoardChange {}

    /** Work waits again in the queue it came from. */
    record WaitsAgain(UUID workItemId) implements BoardChange {}

    /** Work is done. */
    record Finished(UUID workItemId) implements BoardChange {}

    /** An agent's presence is different. */
    record Present(String agent, String presence) implements BoardChange {}

    /** Nothing one could see. */
    record Nothing() implements BoardChange {}

    /** Returns what an event changes. */
    static BoardChange of(RoutingEvent event) {
        return switch (event) {
            case RoutingEvent.WorkQueued e -> placed("waiting", e.workItem(), "");
            case RoutingEvent.WorkOffered e -> placed("offered", e.workItem(), e.agent());
            case RoutingEvent.OfferAccepted e -> placed("held", e.workItem(), e.agent());
            case RoutingEvent.WorkReleased e -> placed("waiting", e.workItem(), "");
            case RoutingEvent.OfferDeclined e -> new WaitsAgain(e.workItemId());
            case RoutingEvent.OfferExpired e -> new WaitsAgain(e.workItemId());
            case RoutingEvent.OfferWithdrawn e -> new WaitsAgain(e.workItemId());
            case RoutingEvent.WorkCompleted e -> new Finished(e.workItemId());
            case RoutingEvent.PresenceChanged e ->
                new Present(e.agent(), e.presence().name());
            case RoutingEvent.WorkDeferred e -> placed("deferred", e.workItem(), "");
            case RoutingEvent.WorkAssigned e -> placed("held", e.workItem(), e.agent());
            case RoutingEvent.WorkTransferred e -> placed("waiting", e.workItem(), "");
            case RoutingEvent.WorkCancelled e -> new Finished(e.workItemId());
            case RoutingEvent.WorkOverflowed e -> new Finished(e.workItem().workItemId());
            case RoutingEvent.MessageAdded _,
                    RoutingEvent.WorkRelaxed _,
                    RoutingEvent.WrapUpEnded _,
                    RoutingEvent.ServiceLevelAlert _,
                    RoutingEvent.PriorityRaised _,
                    RoutingEvent.CommandRefused _,
                    RoutingEvent.SetupApplied _ -> new Nothing();
        };
    }

    private static BoardChange placed(String place, WorkItem item, String agent) {
        return new Placed(
                item.workItemId(), place, item.queue(), agent, item.arrivedAt().toEpochMilli());
    }
}
