package io.switchboard.simulation.replay;

import io.switchboard.simulation.centre.Customer;
import java.util.random.RandomGenerator;

/**
 * How likely customers are to leave after so much waiting, learnt from waits that mostly ended otherwise: who was served
 * says only that their patience was longer. The rate of leaving is taken as constant within each of a few spans of waiting
 * (a piecewise exponential estimate), the last of which has no end.
 */
final class PatienceCurve {
    private static final double[] SPAN_STARTS = {0, 5_000, 10_000, 20_000, 40_000, 80_000, 160_000, 320_000, 640_000};

    private final double[] exposure = new double[SPAN_STARTS.length];
    private final double[] left = new double[SPAN_STARTS.length];

    /** Learns from a wait, in milliseconds. */
    void learn(long waited, boolean byLeaving) {
        int span = 0;
        while (span < SPAN_STARTS.length && SPAN_STARTS[span] <= waited) {
            exposure[span] += Math.min((double) waited, end(span)) - SPAN_STARTS[span];
            span++;
        }
        left[span - 1] += byLeaving ? 1 : 0;
    }

    private static double end(int span) {
        return span + 1 < SPAN_STARTS.length ? SPAN_STARTS[span + 1] : Double.POSITIVE_INFINITY;
    }

    // A span nobody waited in goes on like the one before.
    private double rate(int span) {
        int known = span;
        while (known > 0 && exposure[known] == 0) {
            known--;
        }
        return exposure[known] == 0 ? 0 : left[known] / exposure[known];
    }

    /** Draws the patience, in milliseconds, of somebody who has waited so long and did not leave. */
    long drawLongerThan(long waited, RandomGenerator chance) {
        double due = chance.nextExponential();
        double at = waited;
        for (int span = 0; span < SPAN_STARTS.length; span++) {
            if (end(span) <= at) {
                continue;
            }
            double rate = rate(span);
            double share = rate * (end(span) - at);
            if (rate > 0 && due <= share) {
                return Math.round(at + due / rate);
            }
            if (rate > 0) {
                due -= share;
            }
            at = end(span);
        }
        return Customer.ENDLESS;
    }
}
