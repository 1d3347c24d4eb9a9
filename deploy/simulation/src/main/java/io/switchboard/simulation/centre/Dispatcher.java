package io.switchboard.simulation.centre;

import io.switchboard.routing.engine.Presence;

/** Whoever decides which agent serves which customer. Told in the order of time, in milliseconds; says what it does to the {@link Floor}. */
public interface Dispatcher {
    /** Comes first, once. */
    void open(long at, Floor floor);

    /** A customer came. */
    void arrive(long at, Customer customer);

    /** A customer who was not served yet left. */
    void leave(long at, Customer customer);

    /** An agent answers an offer that the floor was told of; the offer may be over. */
    void answer(long at, int agent, long offer, boolean accept);

    /** An agent is done with a customer. */
    void finish(long at, int agent, Customer customer);

    /** An agent can or cannot take work from now on. */
    void presence(long at, int agent, Presence presence);

    /** Nothing happened but time. */
    void elapse(long at);

    /** Returns when it must be told of the time next, or {@link Long#MAX_VALUE}. */
    long nextDue();
}
