package io.switchboard.simulation.centre;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.routing.engine.Engine;
import io.switchboard.routing.engine.Policy;
import io.switchboard.routing.engine.Rule;
import io.switchboard.simulation.customers.Demand;
import io.switchboard.simulation.customers.PoissonCustomers;
import io.switchboard.simulation.customers.Times;
import io.switchboard.simulation.dispatch.EngineDispatcher;
import io.switchboard.simulation.dispatch.FewestOpenPush;
import io.switchboard.simulation.dispatch.RoundRobinInboxes;
import io.switchboard.simulation.dispatch.Router;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SimulationTest {
    private static final int AGENTS = 10;
    private static final int CUSTOMERS = 5_000;
    private static final int ROOM = 1_000_000;
    private static final Behaviour MOODY = new Behaviour(.1, .05, 2_000, 60_000, 3);
    private static final Times SOME_PATIENCE = Times.exponential(200_000);
    private static final Map<String, List<Integer>> EVERYBODY =
            Map.of("t", IntStream.range(0, AGENTS).boxed().toList());

    private static Policy policy() {
        Policy.Queue queue =
                new Policy.Queue("all", Set.of(), Set.of(), Map.of(), false, 20_000, 0, 0, 0, List.of(), 0, null, null);
        List<Policy.Agent> agents = IntStream.range(0, AGENTS)
                .mapToObj(i -> new Policy.Agent("agent-" + i, 1, Map.of()))
                .toList();
        return new Policy(
                "p",
                Map.of("voice", new Policy.Channel(1, 0, Set.of())),
                List.of(queue),
                agents,
                List.of(Rule.IDLE),
                30_000,
                3,
                60_000,
                600_000,
                0,
                0,
                0);
    }

    private static List<Outcome> run(Dispatcher dispatcher, Times patience, Behaviour behaviour, int places) {
        Demand demand =
                Demand.of(9 / 300.0, new Demand.Kind("voice", "t", 1, Times.exponential(300_000), patience, 20_000));
        List<Outcome> outcomes = new ArrayList<>();
        new Simulation(
                        dispatcher,
                        new PoissonCustomers(demand, 1, CUSTOMERS, Long.MAX_VALUE),
                        AGENTS,
                        List.of(),
                        behaviour,
                        places,
                        outcomes::add)
                .run();
        return outcomes;
    }

    private static List<Outcome> waitForEver(Dispatcher dispatcher) {
        return run(dispatcher, Times.ENDLESS, Behaviour.WILLING, ROOM);
    }

    private static Dispatcher engine() {
        return new EngineDispatcher(Router.of(new Engine()), policy());
    }

    @Test
    void theSameSeedIsTheSameDay() {
        assertThat(run(engine(), SOME_PATIENCE, MOODY, 12)).isEqualTo(run(engine(), SOME_PATIENCE, MOODY, 12));
    }

    @Test
    void everyCustomerHasOneOutcome() {
        List<Outcome> outcomes = run(engine(), SOME_PATIENCE, MOODY, 12);
        assertThat(outcomes.stream().map(o -> o.customer().number()).sorted())
                .containsExactlyElementsOf(IntStream.range(0, CUSTOMERS).boxed().toList());
        assertThat(outcomes.stream().map(Outcome::fate).distinct())
                .containsExactlyInAnyOrder(Outcome.Fate.ANSWERED, Outcome.Fate.ABANDONED, Outcome.Fate.BLOCKED);
    }

    @Test
    void whoLeavesDoesSoWhenTheirPatienceIsOver() {
        assertThat(run(engine(), SOME_PATIENCE, MOODY, ROOM).stream().filter(o -> o.fate() == Outcome.Fate.ABANDONED))
                .isNotEmpty()
                .allSatisfy(o -> assertThat(o.waited()).isEqualTo(o.customer().patience()));
    }

    @Test
    void agentsWhoDeclineMakeCustomersWait() {
        assertThat(meanWait(run(engine(), Times.ENDLESS, MOODY, ROOM)))
                .isGreaterThan(1.1 * meanWait(waitForEver(engine())));
    }

    @Test
    void allWaysMeetTheSameCustomers() {
        List<Customer> ours = customers(waitForEver(engine()));
        assertThat(customers(waitForEver(new RoundRobinInboxes(EVERYBODY, AGENTS))))
                .isEqualTo(ours);
        assertThat(customers(waitForEver(new FewestOpenPush(EVERYBODY, AGENTS))))
                .isEqualTo(ours);
    }

    @Test
    void inboxesAreWorseThanAQueueAndTurnsWorseThanTheFewest() {
        double queue = meanWait(waitForEver(engine()));
        double fewest = meanWait(waitForEver(new FewestOpenPush(EVERYBODY, AGENTS)));
        double turns = meanWait(waitForEver(new RoundRobinInboxes(EVERYBODY, AGENTS)));
        assertThat(queue).isLessThan(fewest);
        assertThat(fewest).isLessThan(turns);
    }

    private static List<Customer> customers(List<Outcome> outcomes) {
        return outcomes.stream()
                .map(Outcome::customer)
                .sorted(Comparator.comparingInt(Customer::number))
                .toList();
    }

    private static double meanWait(List<Outcome> outcomes) {
        return outcomes.stream().mapToLong(Outcome::waited).average().orElseThrow();
    }
}
