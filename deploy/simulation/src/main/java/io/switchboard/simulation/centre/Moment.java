package io.switchboard.simulation.centre;

import io.switchboard.routing.engine.Presence;

/** Something the people of the centre will do at a time. */
sealed interface Moment extends Comparable<Moment> {
    long at();

    /** Decides among equal times, so that a run is the same each time. */
    long order();

    @Override
    default int compareTo(Moment other) {
        int byTime = Long.compare(at(), other.at());
        return byTime != 0 ? byTime : Long.compare(order(), other.order());
    }

    /** The patience of a customer is over. */
    record Leave(long at, long order, int customer) implements Moment {}

    /** The agent is done, unless they were parted since. */
    record Finish(long at, long order, int customer, int agent) implements Moment {}

    /** The agent makes up their mind. */
    record Answer(long at, long order, int agent, long offer, boolean accept) implements Moment {}

    /** The agent comes or goes. */
    record Change(long at, long order, int agent, Presence presence) implements Moment {}
}
