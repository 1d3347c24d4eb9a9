package io.switchboard.simulation.oracle;

/** M/G/n/n: nobody waits, who finds no agent is blocked. Holds for every distribution of handling times. */
public final class ErlangB {
    private ErlangB() {}

    /** Returns the share that is blocked. */
    public static double blocking(int agents, double load) {
        double blocked = 1;
        for (int n = 1; n <= agents; n++) {
            blocked = load * blocked / (n + load * blocked);
        }
        return blocked;
    }
}
