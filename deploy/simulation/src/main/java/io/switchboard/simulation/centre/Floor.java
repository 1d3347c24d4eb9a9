package io.switchboard.simulation.centre;

import io.switchboard.routing.engine.Expectation;
import io.switchboard.routing.engine.Presence;

/** What a {@link Dispatcher} says to the people of the centre. Agents and customers by number, times in milliseconds. */
public interface Floor {
    /** A customer is told how long it will take. */
    void expect(int customer, Expectation expectation, int waiting);

    /** An agent is asked; the dispatcher hears the answer later, or never. */
    void offer(long at, int customer, int agent, long offer);

    /** An agent begins with a customer. */
    void take(long at, int customer, int agent);

    /** A customer waits again, although an agent had begun. */
    void giveBack(long at, int customer, int agent);

    /** An agent has the capacity again that a customer took. */
    void free(long at, int agent);

    /** A customer leaves for another centre. */
    void sendAway(long at, int customer);

    /** An agent's presence is another one, by their own doing or the dispatcher's. */
    void presence(long at, int agent, Presence presence);
}
