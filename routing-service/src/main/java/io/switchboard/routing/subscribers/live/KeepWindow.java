package io.switchboard.routing.subscribers.live;

import io.smallrye.mutiny.Uni;
import io.switchboard.contracts.EventTypes;
import io.switchboard.contracts.routing.RoutingEvent;
import io.switchboard.routing.events.EventView;
import io.switchboard.routing.events.ToldEvent;
import jakarta.enterprise.context.ApplicationScoped;

/** Keeps the windows up to date with what routing decided. */
@ApplicationScoped
class KeepWindow implements EventView {
    private final EventWindow window;

    KeepWindow(EventWindow window) {
        this.window = window;
    }

    @Override
    public Uni<Void> show(ToldEvent told) {
        RoutingEvent event = told.event();
        return window.add(
                event.tenant(), event.centre(), new Told(event.sequence(), EventTypes.shortOf(event), told.json()));
    }
}
