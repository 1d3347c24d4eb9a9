package io.switchboard.routing.decisions;

import io.smallrye.mutiny.Uni;
import io.switchboard.contracts.routing.RoutingEvent;
import io.switchboard.kit.event.Consumption;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;

/** Keeps what routing decided, for whoever asks why. */
@ApplicationScoped
class KeepDecisions {
    private final Consumption consumption;
    private final DecisionStore decisions;

    KeepDecisions(Consumption consumption, DecisionStore decisions) {
        this.consumption = consumption;
        this.decisions = decisions;
    }

    @Incoming("routing-decisions")
    Uni<Void> keep(Message<byte[]> record) {
        return consumption.of(
                record,
                RoutingEvent.class,
                event -> Decision.of(event)
                        .map(about -> decisions.keep(event.tenant(), event.centre(), about))
                        .orElseGet(() -> Uni.createFrom().voidItem()));
    }
}
