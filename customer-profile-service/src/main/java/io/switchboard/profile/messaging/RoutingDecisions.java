package io.switchboard.profile.messaging;

import io.smallrye.mutiny.Uni;
import io.switchboard.contracts.routing.RoutingEvent;
import io.switchboard.kit.event.Consumption;
import io.switchboard.profile.ledger.FollowRouting;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;

/** Reads {@code routing.events}. */
@ApplicationScoped
class RoutingDecisions {
    private final Consumption consumption;
    private final FollowRouting followRouting;

    RoutingDecisions(Consumption consumption, FollowRouting followRouting) {
        this.consumption = consumption;
        this.followRouting = followRouting;
    }

    @Incoming("routing-events")
    Uni<Void> read(Message<byte[]> record) {
        return consumption.of(record, RoutingEvent.class, followRouting::take);
    }
}
