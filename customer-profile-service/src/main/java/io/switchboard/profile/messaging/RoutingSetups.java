package io.switchboard.profile.messaging;

import io.smallrye.mutiny.Uni;
import io.switchboard.contracts.routing.RoutingSetup;
import io.switchboard.kit.event.Consumption;
import io.switchboard.profile.hours.FollowSetup;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;

/** Reads {@code routing.setup}. */
@ApplicationScoped
class RoutingSetups {
    private final Consumption consumption;
    private final FollowSetup followSetup;

    RoutingSetups(Consumption consumption, FollowSetup followSetup) {
        this.consumption = consumption;
        this.followSetup = followSetup;
    }

    @Incoming("routing-setup")
    Uni<Void> read(Message<byte[]> record) {
        return consumption.of(record, RoutingSetup.class, followSetup::take);
    }
}
