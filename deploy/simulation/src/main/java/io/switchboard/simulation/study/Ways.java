package io.switchboard.simulation.study;

import io.switchboard.routing.engine.Policy.Agent;
import io.switchboard.simulation.centre.Dispatcher;
import io.switchboard.simulation.customers.Demand;
import io.switchboard.simulation.customers.Times;
import io.switchboard.simulation.dispatch.FewestOpenPush;
import io.switchboard.simulation.dispatch.RoundRobinInboxes;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** Ways to route the same customers: 200 agents, 12 types, three skills each, 15 % important customers, handling of 300 s. */
final class Ways {
    static final int AGENTS = 200;
    static final int TYPES = 12;
    static final double HANDLING_SECONDS = 300;
    static final long TARGET = 20_000;
    static final double VIP_SHARE = .15;
    static final int VIP_PRIORITY = 50;
    static final double VIP_WEIGHT = 5;
    private static final int SKILLS = 3;
    private static final long MS_PER_PRIORITY = 6_000;

    /** A way to route; {@code baseline}: a dispatcher of the simulation, not our engine. */
    record Way(String name, boolean baseline, Supplier<Dispatcher> dispatcher) {}

    static final String TWO_SKILLS = "skills at once, two skills each";
    static final String POOLED = "everybody knows everything";
    static final String AT_ONCE = "skills at once";
    static final String PRIORITY = "skills at once, with priority";

    private Ways() {}

    static List<Way> all(Run run) {
        List<Agent> agents = Centres.agents(AGENTS, TYPES, SKILLS);
        List<Agent> specialists = Centres.agents(AGENTS, TYPES, 1);
        Map<String, List<Integer>> ownTopic = Centres.qualified(specialists);
        return List.of(
                new Way("round robin into own inboxes", true, () -> new RoundRobinInboxes(ownTopic, AGENTS)),
                engine("silo queues", run, specialists, 1, 0, 0),
                new Way("fewest-open push", true, () -> new FewestOpenPush(Centres.qualified(agents), AGENTS)),
                engine("skills, relaxed after 5 s", run, agents, Centres.FIRST_SKILL, 5_000, 0),
                engine(AT_ONCE, run, agents, 1, 0, 0),
                engine(PRIORITY, run, agents, 1, 0, MS_PER_PRIORITY),
                engine(TWO_SKILLS, run, Centres.agents(AGENTS, TYPES, 2), 1, 0, 0),
                engine(POOLED, run, Centres.agents(AGENTS, TYPES, TYPES), 1, 0, 0));
    }

    private static Way engine(
            String name, Run run, List<Agent> agents, int level, long relaxAfter, long msPerPriority) {
        return new Way(
                name,
                false,
                () -> run.engine(
                        Centres.policy(name, Centres.queues(TYPES, level, relaxAfter, TARGET), agents, msPerPriority)));
    }

    static Demand demand(double occupancy) {
        Times handling = Times.exponential(1_000 * HANDLING_SECONDS);
        return new Demand(
                AGENTS * occupancy / HANDLING_SECONDS,
                List.of(),
                IntStream.range(0, TYPES)
                        .mapToObj(type ->
                                new Demand.Kind(Centres.VOICE, Centres.topic(type), 1, handling, Times.ENDLESS, TARGET))
                        .toList(),
                VIP_SHARE,
                new Demand.Vip(VIP_PRIORITY, VIP_WEIGHT));
    }
}
