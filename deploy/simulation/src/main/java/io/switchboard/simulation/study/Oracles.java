package io.switchboard.simulation.study;

import io.switchboard.simulation.customers.Demand;
import io.switchboard.simulation.customers.Times;
import io.switchboard.simulation.measure.Measures;
import io.switchboard.simulation.oracle.BirthAndDeath;
import io.switchboard.simulation.oracle.ErlangB;
import io.switchboard.simulation.oracle.ErlangC;
import io.switchboard.simulation.oracle.PollaczekKhinchine;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Centres of one type of customer whose measures are known exactly. */
final class Oracles {
    static final double HANDLING_SECONDS = 300;
    private static final double HANDLING = 1_000 * HANDLING_SECONDS;
    private static final long TARGET = 20_000;
    private static final int ENDLESS = Integer.MAX_VALUE;

    private Oracles() {}

    /** A measure and what it must be. */
    record Exact(String measure, ToDoubleFunction<Measures> of, double value) {}

    /** A centre with what is known about it. */
    record Oracle(String name, int agents, int places, double load, Times handling, Times patience, List<Exact> exact) {
        Demand demand() {
            return Demand.of(
                    load / HANDLING_SECONDS,
                    new Demand.Kind(Centres.VOICE, Centres.topic(0), 1, handling, patience, TARGET));
        }
    }

    static List<Oracle> all() {
        return List.of(
                erlangC(10, 8),
                erlangC(50, 45),
                erlangC(100, 95),
                erlangC(200, 190),
                erlangA(50, 55, 1),
                erlangA(100, 110, .5),
                erlangB(20, 18, 1.5),
                oneAgent(.7, 1.2));
    }

    static Oracle erlangC(int agents, double load) {
        ErlangC exact = new ErlangC(agents, load);
        return new Oracle(
                "Erlang-C, n = " + agents + ", a = " + (int) load,
                agents,
                ENDLESS,
                load,
                Times.exponential(HANDLING),
                Times.ENDLESS,
                List.of(
                        new Exact("P(wait)", Measures::delayed, exact.delayed()),
                        new Exact("mean wait ÷ handling", Oracles::waitInHandlings, exact.meanWait()),
                        new Exact(
                                "service level, 20 s", Measures::serviceLevel, exact.serviceLevel(TARGET / HANDLING))));
    }

    static Oracle erlangA(int agents, double load, double leaving) {
        BirthAndDeath exact = new BirthAndDeath(agents, load, leaving, ENDLESS);
        return new Oracle(
                "Erlang-A, n = " + agents + ", a = " + (int) load + ", θ = " + leaving + " μ",
                agents,
                ENDLESS,
                load,
                Times.exponential(HANDLING),
                Times.exponential(HANDLING / leaving),
                List.of(
                        new Exact("P(wait)", Measures::delayed, exact.delayed()),
                        new Exact("P(abandon)", Measures::abandonment, exact.abandonment()),
                        new Exact("mean wait ÷ handling", Oracles::waitInHandlings, exact.meanWait())));
    }

    /** Lognormal handling: the formula holds for every distribution. */
    static Oracle erlangB(int agents, double load, double variation) {
        return new Oracle(
                "Erlang-B, n = " + agents + ", a = " + (int) load + ", lognormal, cv " + variation,
                agents,
                agents,
                load,
                Times.lognormal(HANDLING, variation),
                Times.ENDLESS,
                List.of(new Exact("P(blocked)", Measures::blocking, ErlangB.blocking(agents, load))));
    }

    private static Oracle oneAgent(double load, double variation) {
        return new Oracle(
                "M/G/1, ρ = " + load + ", lognormal, cv " + variation,
                1,
                ENDLESS,
                load,
                Times.lognormal(HANDLING, variation),
                Times.ENDLESS,
                List.of(
                        new Exact("P(wait)", Measures::delayed, load),
                        new Exact(
                                "mean wait ÷ handling",
                                Oracles::waitInHandlings,
                                PollaczekKhinchine.meanWait(load, variation))));
    }

    private static double waitInHandlings(Measures measures) {
        return measures.meanWait() / HANDLING_SECONDS;
    }
}
