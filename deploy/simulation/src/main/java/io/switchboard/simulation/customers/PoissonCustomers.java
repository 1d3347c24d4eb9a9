package io.switchboard.simulation.customers;

import io.switchboard.simulation.centre.Customer;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.random.RandomGenerator;

/**
 * Customers who come independently of each other. Arrivals, kinds, handling and patience have streams of their own, and
 * each customer takes one draw of each: the same seed gives the same customers, whoever routes them.
 */
public final class PoissonCustomers implements Iterator<Customer> {
    private final Demand demand;
    private final double[] shares;
    private final double gap;
    private final double highest;
    private final RandomGenerator arrivals;
    private final RandomGenerator kinds;
    private final RandomGenerator handling;
    private final RandomGenerator patience;
    private final RandomGenerator importance;
    private final long end;
    private final int count;
    private int number;
    private double at;

    /** At most {@code count} customers, none after {@code end} milliseconds. */
    public PoissonCustomers(Demand demand, long seed, int count, long end) {
        this.demand = demand;
        this.shares = demand.cumulatedShares();
        this.highest = demand.highestFactor();
        this.gap = 1_000 / (demand.perSecond() * highest);
        this.arrivals = Streams.of(seed, "arrivals");
        this.kinds = Streams.of(seed, "kinds");
        this.handling = Streams.of(seed, "handling");
        this.patience = Streams.of(seed, "patience");
        this.importance = Streams.of(seed, "importance");
        this.end = end;
        this.count = count;
        draw();
    }

    // Thinning: come at the pace of the busiest hour, and turn round at the door in proportion.
    private void draw() {
        do {
            at += gap * arrivals.nextExponential();
        } while (highest > 1 && arrivals.nextDouble() * highest > demand.factor((long) at));
    }

    @Override
    public boolean hasNext() {
        return number < count && at <= end;
    }

    @Override
    public Customer next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        Demand.Kind kind = demand.kinds().get(kind(kinds.nextDouble() * shares[shares.length - 1]));
        boolean vip = importance.nextDouble() < demand.vipShare();
        Customer customer = new Customer(
                number++,
                (long) at,
                kind.channel(),
                kind.topic(),
                "en",
                vip ? demand.vip().priority() : 0,
                false,
                null,
                kind.patience().next(patience),
                kind.handling().next(handling),
                kind.target(),
                vip ? demand.vip().weight() : 1);
        draw();
        return customer;
    }

    private int kind(double draw) {
        int kind = 0;
        while (shares[kind] <= draw && kind < shares.length - 1) {
            kind++;
        }
        return kind;
    }
}
