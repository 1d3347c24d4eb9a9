package io.switchboard.profile.history;

import io.switchboard.contracts.routing.RoutingEvent;
import io.switchboard.contracts.routing.TransferTarget;
import io.switchboard.contracts.routing.WorkItem;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a routing event tells of a customer's work.
 *
 * @param workItemId the work
 * @param work the work as it is now; null where the event does not carry it
 * @param kind what happened; null for what the story tells otherwise, as a message that was added
 * @param agent whom it happened to or by, or null
 * @param target where it goes: {@code agent:bob}, {@code queue:billing}, {@code skill:german>=3} or {@code centre:night}; or
 *     null
 * @param reason a disposition, or the word for why; or null
 */
record WorkTold(
        UUID workItemId,
        @Nullable WorkItem work,
        @Nullable WorkKind kind,
        @Nullable String agent,
        @Nullable String target,
        @Nullable String reason) {

    /** Returns what {@code event} tells; empty for what is no part of a story. */
    static Optional<WorkTold> of(RoutingEvent event) {
        return Optional.ofNullable(
                switch (event) {
                    case RoutingEvent.WorkQueued is -> told(is.workItem(), WorkKind.QUEUED, null);
                    case RoutingEvent.WorkOffered is -> told(is.workItem(), WorkKind.OFFERED, is.agent());
                    case RoutingEvent.OfferAccepted is -> told(is.workItem(), WorkKind.ACCEPTED, is.agent());
                    case RoutingEvent.OfferDeclined is ->
                        told(is.workItemId(), WorkKind.DECLINED, is.agent(), is.reason());
                    case RoutingEvent.OfferExpired is -> told(is.workItemId(), WorkKind.EXPIRED, is.agent(), null);
                    case RoutingEvent.OfferWithdrawn is ->
                        told(is.workItemId(), WorkKind.WITHDRAWN, is.agent(), is.reason());
                    case RoutingEvent.MessageAdded is -> told(is.workItem(), null, is.agent());
                    case RoutingEvent.WorkAssigned is ->
                        told(is.workItem(), WorkKind.ASSIGNED, is.agent(), null, "by " + is.by());
                    case RoutingEvent.WorkReleased is ->
                        told(is.workItem(), WorkKind.RELEASED, is.agent(), null, is.reason());
                    case RoutingEvent.WorkTransferred is ->
                        told(is.workItem(), WorkKind.TRANSFERRED, is.agent(), target(is.to()), null);
                    case RoutingEvent.WorkDeferred is ->
                        told(is.workItem(), WorkKind.DEFERRED, is.agent(), "until:" + is.until(), is.reason());
                    case RoutingEvent.WorkOverflowed is ->
                        told(is.workItem(), WorkKind.OVERFLOWED, null, "centre:" + is.toCentre(), null);
                    case RoutingEvent.WorkCompleted is ->
                        told(is.workItemId(), WorkKind.COMPLETED, is.agent(), is.disposition());
                    case RoutingEvent.WorkCancelled is ->
                        told(is.workItemId(), WorkKind.CANCELLED, is.agent(), is.reason());
                    case RoutingEvent.WorkRelaxed _,
                            RoutingEvent.WrapUpEnded _,
                            RoutingEvent.ServiceLevelAlert _,
                            RoutingEvent.PriorityRaised _,
                            RoutingEvent.PresenceChanged _,
                            RoutingEvent.CommandRefused _,
                            RoutingEvent.SetupApplied _ -> null;
                });
    }

    private static WorkTold told(WorkItem work, @Nullable WorkKind kind, @Nullable String agent) {
        return told(work, kind, agent, null, null);
    }

    private static WorkTold told(
            WorkItem work,
            @Nullable WorkKind kind,
            @Nullable String agent,
            @Nullable String target,
            @Nullable String reason) {
        return new WorkTold(work.workItemId(), work, kind, agent, target, reason);
    }

    private static WorkTold told(UUID workItemId, WorkKind kind, @Nullable String agent, @Nullable String reason) {
        return new WorkTold(workItemId, null, kind, agent, null, reason);
    }

    private static @Nullable String target(TransferTarget to) {
        if (to.agent() != null) {
            return "agent:" + to.agent();
        }
        if (to.queue() != null) {
            return "queue:" + to.queue();
        }
        return to.skills() == null ? null : "skill:" + skills(to.skills());
    }

    private static String skills(Map<String, Integer> skills) {
        return skills.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(skill -> skill.getKey() + ">=" + skill.getValue())
                .collect(Collectors.joining(","));
    }
}
