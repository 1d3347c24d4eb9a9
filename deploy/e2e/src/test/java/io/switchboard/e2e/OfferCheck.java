package io.switchboard.e2e;

import io.switchboard.contracts.routing.RoutingEvent;
import io.switchboard.contracts.routing.RoutingEvent.OfferAccepted;
import io.switchboard.contracts.routing.RoutingEvent.OfferDeclined;
import io.switchboard.contracts.routing.RoutingEvent.OfferExpired;
import io.switchboard.contracts.routing.RoutingEvent.OfferWithdrawn;
import io.switchboard.contracts.routing.RoutingEvent.WorkCompleted;
import io.switchboard.contracts.routing.RoutingEvent.WorkOffered;
import io.switchboard.contracts.routing.RoutingEvent.WorkReleased;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Follows what routing said, event by event, and notes whatever must not be. */
final class OfferCheck {
    private final List<String> violations = new ArrayList<>();
    private final Map<UUID, UUID> offered = new HashMap<>();
    private final Map<UUID, String> held = new HashMap<>();
    private final Map<String, Long> sequences = new HashMap<>();

    OfferCheck(List<RoutingEvent> decisions) {
        if (decisions.stream().noneMatch(WorkOffered.class::isInstance)) {
            violations.add("nothing was ever offered");
        }
        decisions.forEach(this::follow);
    }

    List<String> violations() {
        return List.copyOf(violations);
    }

    private void follow(RoutingEvent event) {
        long before = sequences.merge(event.tenant() + "/" + event.centre(), event.sequence(), (old, now) -> {
            if (now != old + 1) {
                violations.add("sequence " + now + " follows " + old);
            }
            return now;
        });
        switch (event) {
            case WorkOffered e -> {
                if (held.containsKey(e.workItem().workItemId())) {
                    violations.add(
                            before + ": offered while held: " + e.workItem().workItemId());
                }
                if (offered.put(e.workItem().workItemId(), e.offerId()) != null) {
                    violations.add(
                            before + ": offered twice at once: " + e.workItem().workItemId());
                }
            }
            case OfferAccepted e -> {
                ends(e.workItem().workItemId(), e.offerId());
                if (held.put(e.workItem().workItemId(), e.agent()) != null) {
                    violations.add(before + ": held twice: " + e.workItem().workItemId());
                }
            }
            case OfferDeclined e -> ends(e.workItemId(), e.offerId());
            case OfferExpired e -> ends(e.workItemId(), e.offerId());
            case OfferWithdrawn e -> ends(e.workItemId(), e.offerId());
            case WorkReleased e -> held.remove(e.workItem().workItemId());
            case WorkCompleted e -> held.remove(e.workItemId());
            default -> {}
        }
    }

    private void ends(UUID item, UUID offer) {
        if (!offer.equals(offered.remove(item))) {
            violations.add("an offer ends that did not stand: " + offer);
        }
    }
}
