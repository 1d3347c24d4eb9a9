package io.switchboard.simulation.customers;

import java.util.Arrays;
import java.util.List;

/**
 * Who comes, on average.
 *
 * @param perSecond customers of a second, at an hour with factor 1
 * @param hourly factor of each hour of the day, or empty for the same all day
 * @param kinds what they want
 * @param vipShare how many of them are important customers
 * @param vip what that means
 */
public record Demand(double perSecond, List<Double> hourly, List<Kind> kinds, double vipShare, Vip vip) {
    /** Copies the lists. */
    public Demand {
        hourly = List.copyOf(hourly);
        kinds = List.copyOf(kinds);
    }

    /**
     * A kind of customer. Times are in milliseconds.
     *
     * @param share of all customers, as a weight
     * @param handling how long an agent needs
     * @param patience how long the customer waits
     * @param target how soon they should be taken
     */
    public record Kind(String channel, String topic, double share, Times handling, Times patience, long target) {}

    /** The priority of an important customer, and how much more being late with them matters. */
    public record Vip(int priority, double weight) {}

    /** Returns the demand of one kind, all day, nobody important. */
    public static Demand of(double perSecond, Kind kind) {
        return new Demand(perSecond, List.of(), List.of(kind), 0, new Vip(0, 1));
    }

    double factor(long at) {
        return hourly.isEmpty() ? 1 : hourly.get((int) (at / 3_600_000 % hourly.size()));
    }

    double highestFactor() {
        return hourly.isEmpty() ? 1 : hourly.stream().mapToDouble(f -> f).max().orElse(1);
    }

    double[] cumulatedShares() {
        double[] shares = kinds.stream().mapToDouble(Kind::share).toArray();
        Arrays.parallelPrefix(shares, Double::sum);
        return shares;
    }
}
