package io.switchboard.simulation.replay;

import io.switchboard.routing.engine.Command;
import io.switchboard.routing.engine.Policy;
import io.switchboard.routing.engine.Presence;
import io.switchboard.routing.engine.Rule;
import io.switchboard.simulation.centre.Behaviour;
import io.switchboard.simulation.centre.Shift;
import io.switchboard.simulation.centre.Simulation;
import io.switchboard.simulation.customers.Demand;
import io.switchboard.simulation.customers.PoissonCustomers;
import io.switchboard.simulation.customers.Times;
import io.switchboard.simulation.dispatch.EngineDispatcher;
import io.switchboard.simulation.dispatch.Router;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * An invented day of a big centre, for want of a real one: 2,400 agents in six shifts with breaks, six topics by voice and
 * chat, a morning peak, some offers declined and some missed, customers who leave.
 */
final class SampleDay {
    private static final long MINUTE = 60_000;
    private static final long HOUR = 60 * MINUTE;
    static final long LENGTH = 24 * HOUR;
    private static final int TOPICS = 6;
    private static final double PER_SECOND = 3.4;
    private static final List<Double> HOURLY = List.of(
            .2, .15, .1, .1, .15, .3, .6, 1.0, 1.4, 1.6, 1.7, 1.6, 1.5, 1.5, 1.6, 1.6, 1.5, 1.3, 1.1, .9, .7, .5, .4,
            .3);
    private static final Behaviour AGENTS = new Behaviour(.03, .02, 3_000, 5 * MINUTE, 7);

    private SampleDay() {}

    /** A shift of eight hours that so many agents work; breaks are spread over it. */
    private record Team(int hour, int agents) {}

    private static final List<Team> TEAMS = List.of(
            new Team(0, 200),
            new Team(6, 500),
            new Team(8, 500),
            new Team(10, 300),
            new Team(14, 500),
            new Team(16, 400));

    /** Lets the day pass under an engine, up to a time, and gives what it was told. */
    static void pass(Router router, long seed, long end, Consumer<? super Command> told) {
        Policy policy = policy();
        new Simulation(
                        new EngineDispatcher(router, policy, false, told),
                        new PoissonCustomers(demand(), seed, Integer.MAX_VALUE, end),
                        policy.agents().size(),
                        shifts(),
                        AGENTS,
                        Integer.MAX_VALUE,
                        outcome -> {})
                .run();
    }

    private static Demand demand() {
        List<Demand.Kind> kinds = new ArrayList<>();
        for (int topic = 0; topic < TOPICS; topic++) {
            kinds.add(new Demand.Kind(
                    "voice",
                    topic(topic),
                    .4,
                    Times.lognormal(4.0 * MINUTE, 1),
                    Times.exponential(3.0 * MINUTE),
                    20_000));
            kinds.add(new Demand.Kind(
                    "webchat",
                    topic(topic),
                    .6,
                    Times.lognormal(8.0 * MINUTE, 1),
                    Times.exponential(5.0 * MINUTE),
                    MINUTE));
        }
        return new Demand(PER_SECOND, HOURLY, kinds, .1, new Demand.Vip(50, 5));
    }

    private static String topic(int topic) {
        return "topic-" + topic;
    }

    static Policy policy() {
        List<Policy.Queue> queues = new ArrayList<>();
        for (int topic = 0; topic < TOPICS; topic++) {
            queues.add(queue("voice", topic(topic), 20_000));
            queues.add(queue("webchat", topic(topic), MINUTE));
        }
        return new Policy(
                "sample-day",
                Map.of("voice", new Policy.Channel(6, 1, Set.of()), "webchat", new Policy.Channel(2, 0, Set.of())),
                queues,
                agents(),
                List.of(Rule.PROFICIENCY, Rule.LOAD, Rule.IDLE),
                20_000,
                3,
                MINUTE,
                10 * MINUTE,
                6_000,
                HOUR,
                20);
    }

    private static Policy.Queue queue(String channel, String topic, long target) {
        return new Policy.Queue(
                channel + "-" + topic,
                Set.of(channel),
                Set.of(topic),
                Map.of(topic, 4),
                false,
                target,
                5 * MINUTE,
                0,
                10_000,
                List.of(new Policy.Step(10_000, Set.of(), Map.of(topic, 1), List.of(), null)),
                0,
                null,
                null);
    }

    private static List<Policy.Agent> agents() {
        List<Policy.Agent> agents = new ArrayList<>();
        int count = TEAMS.stream().mapToInt(Team::agents).sum();
        for (int agent = 0; agent < count; agent++) {
            Map<String, Integer> skills = new HashMap<>();
            skills.put(topic(agent % TOPICS), 5);
            skills.put(topic((agent + 1 + agent / TOPICS % (TOPICS - 1)) % TOPICS), 2);
            agents.add(new Policy.Agent("agent-" + agent, 6, skills));
        }
        return agents;
    }

    private static List<Shift> shifts() {
        List<Shift> shifts = new ArrayList<>();
        int agent = 0;
        for (Team team : TEAMS) {
            for (int i = 0; i < team.agents(); i++, agent++) {
                shift(shifts, team.hour() * HOUR, 105 * MINUTE * i / team.agents(), agent);
            }
        }
        return shifts;
    }

    // Two breaks of a quarter of an hour; at the end nothing new for an hour, then home.
    private static void shift(List<Shift> shifts, long from, long stagger, int agent) {
        shifts.add(new Shift(from, agent, Presence.AVAILABLE));
        for (long pause : List.of(from + 90 * MINUTE + stagger, from + 300 * MINUTE + stagger)) {
            shifts.add(new Shift(pause, agent, Presence.AWAY));
            shifts.add(new Shift(pause + 15 * MINUTE, agent, Presence.AVAILABLE));
        }
        shifts.add(new Shift(from + 8 * HOUR, agent, Presence.AWAY));
        shifts.add(new Shift(from + 9 * HOUR, agent, Presence.OFFLINE));
    }
}
