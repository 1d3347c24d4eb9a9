package io.switchboard.simulation.oracle;

/**
 * M/M/n with room for some and patience that ends at a rate (Erlang-A when the room is endless). Solved as a chain of births
 * and deaths; times are in mean handling times.
 */
public final class BirthAndDeath {
    private static final double NEGLIGIBLE = 1e-18;

    private final double load;
    private final double leaving;
    private double waiting;
    private double delayed;
    private double full;

    /**
     * @param agents n
     * @param load in Erlang
     * @param leaving rate at which each who waits leaves; 0: never
     * @param places for those who are served and those who wait; {@link Integer#MAX_VALUE}: any
     */
    public BirthAndDeath(int agents, double load, double leaving, int places) {
        this.load = load;
        this.leaving = leaving;
        solve(agents, places);
    }

    // Weights relative to the state in which all agents are busy and nobody waits: no overflow at any size.
    private void solve(int agents, int places) {
        double total = 1;
        double weight = 1;
        for (int n = agents; n > 0; n--) {
            weight *= n / load;
            total += weight;
        }
        double busy = 0;
        double queue = 0;
        weight = 1;
        double last = 1;
        for (int n = agents; n <= places; n++) {
            busy += weight;
            queue += (n - agents) * weight;
            total += n == agents ? 0 : weight;
            last = weight;
            weight *= load / (agents + (n + 1 - agents) * leaving);
            if (weight < NEGLIGIBLE * total && load < agents + (n - agents) * leaving) {
                last = 0;
                break;
            }
        }
        waiting = queue / total;
        full = last / total;
        delayed = (busy / total - full) / (1 - full);
    }

    /** Returns the probability to have to wait, of those who find a place. */
    public double delayed() {
        return delayed;
    }

    /** Returns the share of those who find a place that leave unserved. */
    public double abandonment() {
        return leaving * meanWait();
    }

    /** Returns the mean wait of those who find a place. */
    public double meanWait() {
        return waiting / (load * (1 - full));
    }

    /** Returns the share that finds no place. */
    public double blocking() {
        return full;
    }
}
