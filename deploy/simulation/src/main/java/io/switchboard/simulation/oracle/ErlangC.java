package io.switchboard.simulation.oracle;

/**
 * M/M/n with endless room and endless patience.
 *
 * @param agents n
 * @param load in Erlang, less than n
 */
public record ErlangC(int agents, double load) {
    /** Refuses a load that the agents can never work off. */
    public ErlangC {
        if (load >= agents) {
            throw new IllegalArgumentException("The queue grows for ever: " + load + " Erlang on " + agents);
        }
    }

    /** Returns the probability to have to wait. */
    public double delayed() {
        double blocked = ErlangB.blocking(agents, load);
        double occupancy = load / agents;
        return blocked / (1 - occupancy * (1 - blocked));
    }

    /** Returns the mean wait, in mean handling times. */
    public double meanWait() {
        return delayed() / (agents - load);
    }

    /** Returns the share that waits at most {@code target} mean handling times. */
    public double serviceLevel(double target) {
        return 1 - delayed() * Math.exp(-(agents - load) * target);
    }
}
