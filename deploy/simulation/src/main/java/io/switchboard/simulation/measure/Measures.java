package io.switchboard.simulation.measure;

import io.switchboard.simulation.centre.Outcome;
import org.HdrHistogram.Histogram;

/** What a contact centre is measured by. Every measure is defined here and nowhere else; times are given in seconds. */
public final class Measures {
    private static final long LONGEST_MILLIS = 30L * 24 * 3_600_000;

    private final Histogram waits = new Histogram(LONGEST_MILLIS, 2);
    private long answered;
    private long abandoned;
    private long blocked;
    private long sentAway;
    private long inTime;
    private long atOnce;
    private double answeredWait;
    private double wait;
    private double handled;
    private double tardiness;
    private double weight;

    /** Counts a customer. */
    public void add(Outcome outcome) {
        long waited = outcome.waited();
        switch (outcome.fate()) {
            case ANSWERED -> {
                answered++;
                answeredWait += waited;
                handled += outcome.handled();
                inTime += waited <= outcome.customer().target() ? 1 : 0;
            }
            case ABANDONED -> abandoned++;
            case SENT_AWAY -> sentAway++;
            case BLOCKED -> {
                blocked++;
                return;
            }
        }
        atOnce += waited == 0 ? 1 : 0;
        wait += waited;
        weight += outcome.customer().weight();
        tardiness += outcome.customer().weight()
                * Math.max(0, waited - outcome.customer().target());
        waits.recordValue(Math.min(waited, LONGEST_MILLIS));
    }

    /** Returns the customers who came, those included who found no place. */
    public long offered() {
        return entered() + blocked;
    }

    /** Returns the customers who found a place. */
    public long entered() {
        return answered + abandoned + sentAway;
    }

    /** Returns the customers whom an agent took. */
    public long answered() {
        return answered;
    }

    /** SL: the share of those who found a place that an agent took within their target. */
    public double serviceLevel() {
        return share(inTime, entered());
    }

    /** ASA: the mean wait of those whom an agent took. */
    public double speedOfAnswer() {
        return share(answeredWait, answered) / 1_000;
    }

    /** The mean wait of all who found a place, whether an agent took them or not. */
    public double meanWait() {
        return share(wait, entered()) / 1_000;
    }

    /** The share of those who found a place that an agent did not take at once. */
    public double delayed() {
        return 1 - share(atOnce, entered());
    }

    /** The share of those who found a place that left before an agent took them. */
    public double abandonment() {
        return share(abandoned, entered());
    }

    /** The share of all who came that found no place. */
    public double blocking() {
        return share(blocked, offered());
    }

    /** AHT: the mean time agents needed for those they took, without wrap-up. */
    public double handlingTime() {
        return share(handled, answered) / 1_000;
    }

    /** The mean time by which targets were missed (0 when kept), customers weighted by their importance. */
    public double tardiness() {
        return weight == 0 ? 0 : tardiness / weight / 1_000;
    }

    /** The wait that a share of those who found a place did not exceed. */
    public double waitQuantile(double share) {
        return waits.getValueAtPercentile(100 * share) / 1_000.0;
    }

    /** The share of those who found a place that waited longer than so many seconds. */
    public double longerThan(double seconds) {
        long within = waits.getCountBetweenValues(0, (long) (seconds * 1_000));
        return 1 - share(within, waits.getTotalCount());
    }

    private static double share(long part, long whole) {
        return share((double) part, whole);
    }

    private static double share(double part, long whole) {
        return whole == 0 ? 0 : part / whole;
    }
}
