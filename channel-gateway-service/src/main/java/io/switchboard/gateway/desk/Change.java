package io.switchboard.gateway.desk;

import io.switchboard.contracts.routing.Explanation;
import io.switchboard.contracts.routing.Presence;
import io.switchboard.contracts.routing.RoutingEvent;
import io.switchboard.contracts.routing.WorkItem;
import io.switchboard.kit.event.EventJson;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What one routing event changes on the desks; {@code desk/project.lua} writes it.
 *
 * <p>Each part is written only when the event is newer than the last one that touched the same work, offer or agent: a
 * redelivered or late event changes nothing.
 *
 * @param work null when the event is about no work
 * @param offer null when the event is about no offer
 * @param presence null when the event is about no agent's presence
 */
record Change(
        @Nullable Work work,
        @Nullable MadeOffer offer,
        @Nullable PresenceOf presence) {

    static final Change NONE = new Change(null, null, null);

    /**
     * @param json the work item; null when the work is over
     * @param holder who holds it now; empty for nobody, null when that did not change
     */
    record Work(UUID id, @Nullable String json, @Nullable String holder) {}

    /** @param json offer id, end and explanation; null when the offer is over */
    record MadeOffer(
            UUID id,
            String agent,
            @Nullable String json,
            @Nullable Long expiresAtSecond) {}

    record PresenceOf(
            String agent, Presence presence, @Nullable String reason) {}

    /** What is stored of an offer: the work is stored once, with the work. */
    record StoredOffer(UUID offerId, UUID workItemId, Instant expiresAt, Explanation explanation) {}

    static Change of(RoutingEvent event) {
        return switch (event) {
            case RoutingEvent.WorkQueued e -> work(known(e.workItem(), ""));
            case RoutingEvent.WorkOffered e -> new Change(known(e.workItem(), ""), made(e), null);
            case RoutingEvent.OfferAccepted e ->
                new Change(known(e.workItem(), e.agent()), over(e.offerId(), e.agent()), null);
            case RoutingEvent.OfferDeclined e -> offer(over(e.offerId(), e.agent()));
            case RoutingEvent.OfferExpired e -> offer(over(e.offerId(), e.agent()));
            case RoutingEvent.OfferWithdrawn e -> offer(over(e.offerId(), e.agent()));
            case RoutingEvent.MessageAdded e -> work(known(e.workItem(), null));
            case RoutingEvent.WorkReleased e -> work(known(e.workItem(), ""));
            case RoutingEvent.WorkCompleted e -> work(new Work(e.workItemId(), null, ""));
            case RoutingEvent.PresenceChanged e ->
                new Change(null, null, new PresenceOf(e.agent(), e.presence(), e.reason()));
            case RoutingEvent.WorkDeferred e -> work(known(e.workItem(), ""));
            case RoutingEvent.WorkAssigned e -> work(known(e.workItem(), e.agent()));
            case RoutingEvent.WorkTransferred e -> work(known(e.workItem(), ""));
            case RoutingEvent.WorkCancelled e -> work(new Work(e.workItemId(), null, ""));
            case RoutingEvent.WorkOverflowed e -> work(new Work(e.workItem().workItemId(), null, ""));
            case RoutingEvent.WorkRelaxed _,
                    RoutingEvent.WrapUpEnded _,
                    RoutingEvent.ServiceLevelAlert _,
                    RoutingEvent.PriorityRaised _,
                    RoutingEvent.CommandRefused _,
                    RoutingEvent.SetupApplied _ -> NONE;
        };
    }

    private static Change work(Work work) {
        return new Change(work, null, null);
    }

    private static Change offer(MadeOffer offer) {
        return new Change(null, offer, null);
    }

    private static Work known(WorkItem item, @Nullable String holder) {
        return new Work(item.workItemId(), json(item), holder);
    }

    private static MadeOffer made(RoutingEvent.WorkOffered e) {
        var stored = new StoredOffer(e.offerId(), e.workItem().workItemId(), e.expiresAt(), e.explanation());
        return new MadeOffer(e.offerId(), e.agent(), json(stored), e.expiresAt().getEpochSecond());
    }

    private static MadeOffer over(UUID offerId, String agent) {
        return new MadeOffer(offerId, agent, null, null);
    }

    static String json(Object value) {
        return EventJson.text(value);
    }
}
