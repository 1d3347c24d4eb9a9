package io.switchboard.simulation.replay;

import io.switchboard.routing.engine.Engine;
import io.switchboard.routing.engine.Policy;
import io.switchboard.simulation.centre.Behaviour;
import io.switchboard.simulation.centre.Customer;
import io.switchboard.simulation.centre.Desks;
import io.switchboard.simulation.centre.Simulation;
import io.switchboard.simulation.dispatch.EngineDispatcher;
import io.switchboard.simulation.dispatch.Router;
import io.switchboard.simulation.measure.Fairness;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A recorded day under another policy. The agents' commands of the recording are of no use then, since other agents get
 * other work: only what no policy changes is taken from it, and agents are simulated anew.
 */
final class WhatIf {
    private final RecordedDay day;
    private final RecordedCustomers customers;
    private final int seeds;

    WhatIf(Recording recording, int seeds) {
        this.day = RecordedDay.of(recording);
        this.customers = new RecordedCustomers(day);
        this.seeds = seeds;
    }

    /** The measures of each seed under a policy. */
    record Tried(String name, List<ByChannel> measures, List<Double> occupancy) {}

    /** As it was: one day, so nothing says how sure it is; nobody recorded who was busy. */
    ByChannel recorded() {
        ByChannel measures = new ByChannel();
        int number = 0;
        for (Story story : day.stories()) {
            if (story.isAnswered() || story.isAbandoned()) {
                measures.add(story.outcome(number++));
            }
        }
        return measures;
    }

    /** The same policy again: as near to the record as the simulation is to life. */
    Tried again() {
        return attempt("recorded policy, simulated", day.policy());
    }

    Tried attempt(Path file) {
        Policy policy = PolicyFile.read(file, day.policy());
        return attempt(policy.version(), policy);
    }

    private Tried attempt(String name, Policy policy) {
        List<ByChannel> measures = new ArrayList<>();
        List<Double> occupancy = new ArrayList<>();
        for (int seed = 1; seed <= seeds; seed++) {
            ByChannel measured = new ByChannel();
            Desks desks = simulate(policy, customers.draw(seed), day.behaviour(seed), measured);
            measures.add(measured);
            occupancy.add(Fairness.occupancy(desks));
        }
        return new Tried(name, measures, occupancy);
    }

    private Desks simulate(Policy policy, List<Customer> people, Behaviour behaviour, ByChannel measures) {
        if (!IntStream.range(0, policy.agents().size())
                .allMatch(i -> i < day.policy().agents().size()
                        && policy.agents()
                                .get(i)
                                .name()
                                .equals(day.policy().agents().get(i).name()))) {
            throw new IllegalArgumentException("A policy to try has the agents of the recording, in the same order");
        }
        return new Simulation(
                        new EngineDispatcher(Router.of(new Engine()), policy, false, command -> {}),
                        people.iterator(),
                        day.policy().agents().size(),
                        day.shifts(),
                        behaviour,
                        Integer.MAX_VALUE,
                        measures::add)
                .run();
    }
}
