package io.switchboard.routing.events;

import io.smallrye.mutiny.Uni;

/** Shows what routing decided, and is kept up to date with it. */
public interface EventView {

    /** Takes an event in; the same one again changes nothing. A centre's events come in order, one at a time. */
    Uni<Void> show(ToldEvent told);
}
