package io.switchboard.simulation.replay;

import io.switchboard.routing.engine.Command;
import io.switchboard.simulation.centre.Customer;
import io.switchboard.simulation.centre.Outcome;

/** What a recording says about one customer. Times are milliseconds, -1 when it did not happen. */
final class Story {
    private static final double WEIGHT_PER_PRIORITY = .08;
    private static final long NEVER = -1;

    final Command.Arrive arrive;
    long deadline = NEVER;
    private long taken = NEVER;
    private long completed = NEVER;
    private long left = NEVER;

    Story(Command.Arrive arrive) {
        this.arrive = arrive;
    }

    void taken(long at) {
        taken = taken == NEVER ? at : taken;
    }

    void completed(long at) {
        completed = at;
    }

    void left(long at) {
        left = at;
    }

    boolean isAnswered() {
        return taken != NEVER && completed != NEVER;
    }

    boolean isAbandoned() {
        return left != NEVER && taken == NEVER;
    }

    /** Until they were taken, left, or the recording ended. */
    long waited(long end) {
        return (taken != NEVER ? taken : left != NEVER ? left : end) - arrive.at();
    }

    long handled() {
        return completed - taken;
    }

    /** The customer as a policy finds them; what the recording does not say is given. */
    Customer customer(int number, long patience, long handling) {
        return new Customer(
                number,
                arrive.at(),
                arrive.channel(),
                arrive.topic(),
                arrive.language(),
                arrive.priority(),
                arrive.emergency(),
                arrive.lastAgent(),
                patience,
                handling,
                Math.max(0, deadline - arrive.at()),
                1 + WEIGHT_PER_PRIORITY * arrive.priority());
    }

    Outcome outcome(int number) {
        Customer customer = customer(number, Customer.ENDLESS, 0);
        return isAnswered()
                ? new Outcome(customer, Outcome.Fate.ANSWERED, waited(0), handled(), null, 0)
                : new Outcome(customer, Outcome.Fate.ABANDONED, waited(0), 0, null, 0);
    }
}
