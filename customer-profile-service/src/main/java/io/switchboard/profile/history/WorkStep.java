package io.switchboard.profile.history;

import io.switchboard.contracts.routing.RoutingEvent;
import java.util.Optional;

/**
 * A step that work made.
 *
 * @param event as routing decided it
 * @param told what it tells of the work
 */
record WorkStep(RoutingEvent event, WorkTold told) {

    /** Returns the step; empty for what is no part of a story. */
    static Optional<WorkStep> of(RoutingEvent event) {
        return WorkTold.of(event).map(told -> new WorkStep(event, told));
    }
}
