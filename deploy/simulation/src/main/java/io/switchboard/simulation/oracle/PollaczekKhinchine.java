package io.switchboard.simulation.oracle;

/** M/G/1: one agent, any distribution of handling times. */
public final class PollaczekKhinchine {
    private PollaczekKhinchine() {}

    /** Returns the mean wait in mean handling times; {@code variation} is the standard deviation as a share of the mean. */
    public static double meanWait(double load, double variation) {
        return load * (1 + variation * variation) / (2 * (1 - load));
    }
}
