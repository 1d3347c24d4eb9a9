package io.switchboard.routing.measures;

import io.switchboard.contracts.routing.RoutingEvent;
import io.switchboard.contracts.routing.WorkItem;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Follows a work item from event to event. */
final class Following {
    private Following() {}

    /** Returns which work item an event is about, null when about none or when nothing about its place changes. */
    static @Nullable UUID workOf(RoutingEvent event) {
        return switch (event) {
            case RoutingEvent.WorkQueued e -> e.workItem().workItemId();
            case RoutingEvent.WorkDeferred e -> e.workItem().workItemId();
            case RoutingEvent.WorkOffered e -> e.workItem().workItemId();
            case RoutingEvent.OfferAccepted e -> e.workItem().workItemId();
            case RoutingEvent.WorkAssigned e -> e.workItem().workItemId();
            case RoutingEvent.WorkReleased e -> e.workItem().workItemId();
            case RoutingEvent.WorkTransferred e -> e.workItem().workItemId();
            case RoutingEvent.WorkOverflowed e -> e.workItem().workItemId();
            case RoutingEvent.OfferDeclined e -> e.workItemId();
            case RoutingEvent.OfferExpired e -> e.workItemId();
            case RoutingEvent.OfferWithdrawn e -> e.workItemId();
            case RoutingEvent.WorkCompleted e -> e.workItemId();
            case RoutingEvent.WorkCancelled e -> e.workItemId();
            case RoutingEvent.WrapUpEnded e -> e.workItemId();
            case RoutingEvent.ServiceLevelAlert e -> e.workItemId();
            case RoutingEvent.MessageAdded _,
                    RoutingEvent.WorkRelaxed _,
                    RoutingEvent.PriorityRaised _,
                    RoutingEvent.PresenceChanged _,
                    RoutingEvent.CommandRefused _,
                    RoutingEvent.SetupApplied _ -> null;
        };
    }

    /** Returns the work after an event about it, null when it is not open any more. */
    static @Nullable OpenWork next(@Nullable OpenWork before, RoutingEvent event) {
        return switch (event) {
            case RoutingEvent.WorkQueued e -> queued(before, e.workItem(), e.at());
            case RoutingEvent.WorkDeferred e -> deferred(before, e);
            case RoutingEvent.WorkOffered e ->
                known(before, e.workItem()).waiting().offeredTo(e.agent());
            case RoutingEvent.OfferAccepted e -> known(before, e.workItem()).takenBy(e.agent(), e.at());
            case RoutingEvent.WorkAssigned e -> known(before, e.workItem()).takenBy(e.agent(), e.at());
            case RoutingEvent.WorkReleased e -> known(before, e.workItem()).waiting();
            case RoutingEvent.WorkTransferred e -> known(before, e.workItem()).waiting();
            case RoutingEvent.OfferDeclined _, RoutingEvent.OfferExpired _, RoutingEvent.OfferWithdrawn _ ->
                before == null ? null : before.waiting();
            case RoutingEvent.WorkCompleted e ->
                before == null || e.wrapUpUntil() == null ? null : before.wrappingUp(e.at());
            case RoutingEvent.ServiceLevelAlert e -> before == null ? null : before.late(e.level());
            case RoutingEvent.WorkCancelled _, RoutingEvent.WorkOverflowed _, RoutingEvent.WrapUpEnded _ -> null;
            case RoutingEvent.MessageAdded _,
                    RoutingEvent.WorkRelaxed _,
                    RoutingEvent.PriorityRaised _,
                    RoutingEvent.PresenceChanged _,
                    RoutingEvent.CommandRefused _,
                    RoutingEvent.SetupApplied _ -> before;
        };
    }

    private static OpenWork known(@Nullable OpenWork before, WorkItem item) {
        return before == null ? OpenWork.found(item) : before;
    }

    private static OpenWork queued(@Nullable OpenWork before, WorkItem item, Instant now) {
        return before == null
                ? OpenWork.arrived(Place.WAITING, item, item.arrivedAt())
                : before.sorted(Place.WAITING, item, earlier(before.start(), now));
    }

    private static OpenWork deferred(@Nullable OpenWork before, RoutingEvent.WorkDeferred event) {
        if (before != null) {
            return before.sorted(Place.DEFERRED, event.workItem(), event.until());
        }
        OpenWork first = OpenWork.arrived(Place.DEFERRED, event.workItem(), event.until());
        // What an agent put off was taken before anybody looked.
        return event.agent() == null
                ? first
                : OpenWork.found(event.workItem()).sorted(Place.DEFERRED, event.workItem(), event.until());
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
