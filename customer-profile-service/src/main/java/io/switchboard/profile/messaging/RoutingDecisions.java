package io.switchboard.profile.messaging;

import io.smallrye.mutiny.Uni;
import io.switchboard.contracts.routing.RoutingEvent;
import io.switchboard.kit.event.Consumption;
import io.switchboard.kit.event.Taken;
import io.switchboard.kit.event.Together;
import io.switchboard.profile.history.FollowWork;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.eclipse.microprofile.reactive.messaging.Acknowledgment;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;

/** Reads {@code routing.events}. */
@ApplicationScoped
class RoutingDecisions {
    private final FollowWork followWork;
    private final Together together;

    RoutingDecisions(Consumption consumption, FollowWork followWork) {
        this.followWork = followWork;
        this.together = new Together(
                Batches.LANES, Batches.MOST, records -> consumption.of(records, RoutingEvent.class, this::follow));
    }

    @Incoming("routing-events")
    @Acknowledgment(Acknowledgment.Strategy.MANUAL)
    Uni<Void> read(Message<byte[]> record) {
        return together.take(record);
    }

    private Uni<Void> follow(List<Taken<RoutingEvent>> events) {
        return followWork.take(events.stream().map(Taken::event).toList());
    }
}
