package io.switchboard.simulation.measure;

import io.switchboard.simulation.centre.Desks;
import java.util.Arrays;

/** How work is spread over agents. */
public final class Fairness {
    private Fairness() {}

    /** Occupancy: the share of the time that agents could work in which they were busy. */
    public static double occupancy(Desks desks) {
        return (double) Arrays.stream(desks.busy()).sum()
                / Arrays.stream(desks.staffed()).sum();
    }

    /** Jain's index of the agents' occupancies: 1 when all are equally busy, 1/n when one does everything. */
    public static double jain(Desks desks) {
        long[] busy = desks.busy();
        long[] staffed = desks.staffed();
        double sum = 0;
        double squares = 0;
        int agents = 0;
        for (int agent = 0; agent < busy.length; agent++) {
            if (staffed[agent] > 0) {
                double occupancy = (double) busy[agent] / staffed[agent];
                sum += occupancy;
                squares += occupancy * occupancy;
                agents++;
            }
        }
        return squares == 0 ? 1 : sum * sum / (agents * squares);
    }
}
