package io.switchboard.routing.measures;

import io.switchboard.contracts.routing.Presence;
import io.switchboard.contracts.routing.RoutingEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Looks at every agent between any two events: slow, and too simple to be wrong in the same way. */
final class Stopwatch {
    private final Map<String, Presence> presences = new HashMap<>();
    private final Map<UUID, String> inHand = new HashMap<>();
    private final Map<String, Long> busy = new HashMap<>();
    private final Map<String, Long> free = new HashMap<>();
    private @Nullable Instant last;

    void sees(RoutingEvent event) {
        if (last != null) {
            passes(Duration.between(last, event.at()).toMillis());
        }
        last = event.at();
        believe(event);
    }

    private void passes(long millis) {
        Set<String> occupied = new HashSet<>(inHand.values());
        presences.forEach((agent, presence) -> {
            boolean works = occupied.contains(agent);
            if (works && (presence == Presence.AVAILABLE || presence == Presence.BUSY)) {
                busy.merge(agent, millis, Long::sum);
            } else if (!works && presence == Presence.AVAILABLE) {
                free.merge(agent, millis, Long::sum);
            }
        });
    }

    private void believe(RoutingEvent event) {
        switch (event) {
            case RoutingEvent.PresenceChanged e -> presences.put(e.agent(), e.presence());
            case RoutingEvent.OfferAccepted e -> inHand.put(e.workItem().workItemId(), e.agent());
            case RoutingEvent.WorkAssigned e -> inHand.put(e.workItem().workItemId(), e.agent());
            case RoutingEvent.WorkReleased e -> inHand.remove(e.workItem().workItemId());
            case RoutingEvent.WorkTransferred e -> inHand.remove(e.workItem().workItemId());
            case RoutingEvent.WorkDeferred e -> inHand.remove(e.workItem().workItemId());
            case RoutingEvent.WorkCancelled e -> inHand.remove(e.workItemId());
            case RoutingEvent.WrapUpEnded e -> inHand.remove(e.workItemId());
            case RoutingEvent.WorkCompleted e -> {
                if (e.wrapUpUntil() == null) {
                    inHand.remove(e.workItemId());
                }
            }
            default -> {}
        }
    }

    long busy(String agent) {
        return busy.getOrDefault(agent, 0L);
    }

    long free(String agent) {
        return free.getOrDefault(agent, 0L);
    }
}
