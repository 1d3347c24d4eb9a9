package io.switchboard.routing.decisions;

import io.smallrye.mutiny.Uni;
import io.switchboard.contracts.routing.RoutingEvent;
import io.switchboard.routing.events.EventView;
import io.switchboard.routing.events.ToldEvent;
import jakarta.enterprise.context.ApplicationScoped;

/** Keeps what routing decided, for whoever asks why. */
@ApplicationScoped
class KeepDecisions implements EventView {
    private final DecisionStore decisions;

    KeepDecisions(DecisionStore decisions) {
        this.decisions = decisions;
    }

    @Override
    public Uni<Void> show(ToldEvent told) {
        RoutingEvent event = told.event();
        return Decision.of(event)
                .map(about -> decisions.keep(event.tenant(), event.centre(), about))
                .orElseGet(() -> Uni.createFrom().voidItem());
    }
}
