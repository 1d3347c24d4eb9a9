package io.switchboard.simulation.measure;

import io.switchboard.routing.engine.Expectation;
import io.switchboard.simulation.centre.Outcome;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How true the expectations were that customers were told. Who left before an agent took them is left out: how long they
 * would have waited is not known; so with impatient customers the waits that are compared are the shorter ones.
 */
public final class Calibration {
    private final Group all = new Group();
    private final SortedMap<Integer, Group> byWaiting = new TreeMap<>();
    private long taken;

    /** Counts a customer. */
    public void add(Outcome outcome) {
        if (outcome.fate() != Outcome.Fate.ANSWERED || outcome.waited() == 0) {
            return;
        }
        taken++;
        Expectation expectation = outcome.expectation();
        if (expectation != null) {
            all.add(expectation, outcome.waited());
            byWaiting
                    .computeIfAbsent(octave(outcome.waiting()), k -> new Group())
                    .add(expectation, outcome.waited());
        }
    }

    private static int octave(int waiting) {
        return Integer.highestOneBit(Math.max(1, waiting));
    }

    /** Returns the share of those who waited that were told something. */
    public double told() {
        return taken == 0 ? 0 : (double) all.count / taken;
    }

    /** Returns all of them together. */
    public Group all() {
        return all;
    }

    /** Returns them by how many waited when they came: from the key to twice the key, less one. */
    public SortedMap<Integer, Group> byWaiting() {
        return byWaiting;
    }

    /** Customers whose expectations are judged together. */
    public static final class Group {
        private long count;
        private long below;
        private long above;
        private double typical;
        private double low;
        private double high;
        private double waited;

        private void add(Expectation expectation, long wait) {
            count++;
            below += wait < expectation.low() ? 1 : 0;
            above += wait > expectation.high() ? 1 : 0;
            typical += expectation.typical();
            low += expectation.low();
            high += expectation.high();
            waited += wait;
        }

        /** Returns how many they are. */
        public long count() {
            return count;
        }

        /** Returns the share whose wait was between low and high; 0.8 is promised. */
        public double inside() {
            return 1 - below() - above();
        }

        /** Returns the share that waited less than low; 0.1 is promised. */
        public double below() {
            return (double) below / count;
        }

        /** Returns the share that waited more than high; 0.1 is promised. */
        public double above() {
            return (double) above / count;
        }

        /** Returns by how much the typical wait was too long, as a share of the mean wait. */
        public double bias() {
            return (typical - waited) / waited;
        }

        /** Returns the mean wait, in seconds. */
        public double meanWait() {
            return waited / count / 1_000;
        }

        /** Returns the mean of what was called typical, in seconds. */
        public double meanTypical() {
            return typical / count / 1_000;
        }

        /** Returns the mean lower end, in seconds. */
        public double meanLow() {
            return low / count / 1_000;
        }

        /** Returns the mean upper end, in seconds. */
        public double meanHigh() {
            return high / count / 1_000;
        }
    }
}
