package io.switchboard.profile.messaging;

import io.smallrye.mutiny.Uni;
import io.switchboard.contracts.routing.RoutingEvent;
import io.switchboard.kit.event.Consumption;
import io.switchboard.profile.history.FollowWork;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;

/** Reads {@code routing.events}. */
@ApplicationScoped
class RoutingDecisions {
    private final Consumption consumption;
    private final FollowWork followWork;

    RoutingDecisions(Consumption consumption, FollowWork followWork) {
        this.consumption = consumption;
        this.followWork = followWork;
    }

    @Incoming("routing-events")
    Uni<Void> read(Message<byte[]> record) {
        return consumption.of(record, RoutingEvent.class, followWork::take);
    }
}
