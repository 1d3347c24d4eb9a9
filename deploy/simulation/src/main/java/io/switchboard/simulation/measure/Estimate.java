package io.switchboard.simulation.measure;

import java.util.List;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * A mean with half of the width of its interval.
 *
 * @param samples independent ones, or nearly
 */
public record Estimate(double mean, double half, double standardError, int samples) {
    private static final double CONFIDENCE = .95;

    /** The 95 % interval of Student's t. */
    public static Estimate of(List<Double> samples) {
        int n = samples.size();
        double mean = samples.stream().mapToDouble(s -> s).average().orElseThrow();
        double variance =
                samples.stream().mapToDouble(s -> (s - mean) * (s - mean)).sum() / (n - 1);
        double error = Math.sqrt(variance / n);
        return new Estimate(mean, error * quantile(CONFIDENCE, n), error, n);
    }

    /** Returns whether a value lies inside the 95 % interval. */
    public boolean covers(double value) {
        return Math.abs(value - mean) <= half;
    }

    /** Returns whether it lies inside an interval so wide that {@code checks} of them hold together in 95 of 100 cases. */
    public boolean coversAmong(int checks, double value) {
        return Math.abs(value - mean) <= standardError * quantile(1 - (1 - CONFIDENCE) / checks, samples);
    }

    /** Returns how far a value is from the mean, in halves of the interval. */
    public double distance(double value) {
        return half == 0 ? (value == mean ? 0 : Double.POSITIVE_INFINITY) : (mean - value) / half;
    }

    private static double quantile(double confidence, int samples) {
        return TDistribution.of(samples - 1).inverseCumulativeProbability(1 - (1 - confidence) / 2);
    }
}
