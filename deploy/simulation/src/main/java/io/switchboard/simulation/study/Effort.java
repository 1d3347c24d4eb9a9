package io.switchboard.simulation.study;

/**
 * How long a study runs.
 *
 * @param oracleArrivals customers of each comparison with a formula
 * @param batches that such a run is cut into
 * @param seeds of each comparison of policies
 * @param arrivals customers of each seed
 */
public record Effort(int oracleArrivals, int batches, int seeds, int arrivals) {
    /** What the report is made with. */
    public static final Effort FULL = new Effort(4_000_000, 40, 10, 1_000_000);

    /** A look in passing; gates may be missed by chance. */
    public static final Effort QUICK = new Effort(300_000, 20, 5, 60_000);

    /** The first customers, who find the centre empty, are not measured. */
    int warmUp(int customers) {
        return customers / 20;
    }
}
