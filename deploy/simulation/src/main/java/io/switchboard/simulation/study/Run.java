package io.switchboard.simulation.study;

import io.switchboard.routing.engine.Engine;
import io.switchboard.routing.engine.Policy;
import io.switchboard.simulation.centre.Behaviour;
import io.switchboard.simulation.centre.Customer;
import io.switchboard.simulation.centre.Desks;
import io.switchboard.simulation.centre.Dispatcher;
import io.switchboard.simulation.centre.Outcome;
import io.switchboard.simulation.centre.Simulation;
import io.switchboard.simulation.customers.Demand;
import io.switchboard.simulation.customers.PoissonCustomers;
import io.switchboard.simulation.dispatch.EngineDispatcher;
import io.switchboard.simulation.dispatch.Router;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** One run of a centre whose agents are always there and always willing. */
final class Run {
    private final Supplier<Router> routers;

    /** @param routers makes the engine of each run */
    Run(Supplier<Router> routers) {
        this.routers = routers;
    }

    Run() {
        this(() -> Router.of(new Engine()));
    }

    /** The engine under a policy. */
    Dispatcher engine(Policy policy) {
        return new EngineDispatcher(routers.get(), policy);
    }

    /** Customers of a seed under a dispatcher. */
    static Desks of(
            Dispatcher dispatcher,
            Demand demand,
            long seed,
            int customers,
            int agents,
            int places,
            Consumer<? super Outcome> outcomes) {
        Iterator<Customer> arrivals = new PoissonCustomers(demand, seed, customers, Long.MAX_VALUE);
        return new Simulation(dispatcher, arrivals, agents, List.of(), Behaviour.WILLING, places, outcomes).run();
    }
}
