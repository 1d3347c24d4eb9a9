package io.switchboard.simulation.centre;

import io.switchboard.routing.engine.Expectation;
import org.jspecify.annotations.Nullable;

/** A customer in the centre. */
final class Visit {
    private static final int NOBODY = -1;

    final Customer customer;
    private int agent = NOBODY;
    private int offers;
    private long takenAt;
    private long firstTakenAt = NOBODY;
    private long finish = NOBODY;
    private @Nullable Expectation expectation;
    private int waiting;

    Visit(Customer customer) {
        this.customer = customer;
    }

    void expect(Expectation told, int nowWaiting) {
        if (expectation == null && firstTakenAt == NOBODY) {
            expectation = told;
            waiting = nowWaiting;
        }
    }

    int nextOffer() {
        return ++offers;
    }

    /** {@code finishing} names the moment of the end, so that an earlier one no longer counts. */
    void take(long at, int by, long finishing) {
        agent = by;
        takenAt = at;
        finish = finishing;
        firstTakenAt = firstTakenAt == NOBODY ? at : firstTakenAt;
    }

    void giveBack() {
        agent = NOBODY;
        finish = NOBODY;
    }

    boolean isServed() {
        return agent != NOBODY;
    }

    boolean endsWith(long finishing) {
        return finish == finishing;
    }

    Outcome answered(long at) {
        return outcome(Outcome.Fate.ANSWERED, firstTakenAt - customer.at(), at - takenAt);
    }

    Outcome left(long at) {
        return outcome(Outcome.Fate.ABANDONED, at - customer.at(), 0);
    }

    Outcome sentAway(long at) {
        return outcome(Outcome.Fate.SENT_AWAY, at - customer.at(), 0);
    }

    private Outcome outcome(Outcome.Fate fate, long waited, long handled) {
        return new Outcome(customer, fate, waited, handled, expectation, waiting);
    }
}
