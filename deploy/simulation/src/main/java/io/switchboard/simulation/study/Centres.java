package io.switchboard.simulation.study;

import io.switchboard.routing.engine.Policy;
import io.switchboard.routing.engine.Policy.Agent;
import io.switchboard.routing.engine.Policy.Channel;
import io.switchboard.routing.engine.Policy.Queue;
import io.switchboard.routing.engine.Policy.Step;
import io.switchboard.routing.engine.Rule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/** Policies for centres of the textbook: several types of customers, agents with one call at a time. Times are milliseconds. */
final class Centres {
    static final String VOICE = "voice";
    static final int FIRST_SKILL = 5;
    static final int OTHER_SKILL = 3;

    private Centres() {}

    /**
     * Agents whose first skills are spread evenly over the types, and whose further ones are spread evenly over the other
     * types, as in Wallace and Whitt's model: for two types that share no agents there is a pair of types that shares one.
     */
    static List<Agent> agents(int count, int types, int skills) {
        List<Agent> agents = new ArrayList<>();
        for (int agent = 0; agent < count; agent++) {
            int first = agent % types;
            Map<String, Integer> levels = new HashMap<>();
            levels.put(topic(first), FIRST_SKILL);
            for (int further = 1; further < skills; further++) {
                int distance = 1 + (agent / types + further - 1) % (types - 1);
                levels.put(topic((first + distance) % types), OTHER_SKILL);
            }
            agents.add(new Agent("agent-" + agent, 1, levels));
        }
        return agents;
    }

    static String topic(int type) {
        return "type-" + type;
    }

    /** A queue for each type, asking for its skill at a level, and less after {@code relaxAfter} (0: never). */
    static List<Queue> queues(int types, int level, long relaxAfter, long target) {
        return IntStream.range(0, types)
                .mapToObj(type -> queue(topic(type), level, relaxAfter, target))
                .toList();
    }

    private static Queue queue(String topic, int level, long relaxAfter, long target) {
        List<Step> steps = relaxAfter == 0
                ? List.of()
                : List.of(new Step(relaxAfter, Set.of(), Map.of(topic, 1), List.of(), null));
        return new Queue(
                topic, Set.of(), Set.of(topic), Map.of(topic, level), false, target, 0, 0, 0, steps, 0, null, null);
    }

    /** First who knows it best, then who is idle for longest. */
    static Policy policy(String version, List<Queue> queues, List<Agent> agents, long msPerPriority) {
        return new Policy(
                version,
                Map.of(VOICE, new Channel(1, 0, Set.of())),
                queues,
                agents,
                List.of(Rule.PROFICIENCY, Rule.IDLE),
                30_000,
                3,
                60_000,
                600_000,
                msPerPriority,
                0,
                0);
    }

    /** Returns the numbers of the agents that know each topic. */
    static Map<String, List<Integer>> qualified(List<Agent> agents) {
        Map<String, List<Integer>> qualified = new HashMap<>();
        for (int agent = 0; agent < agents.size(); agent++) {
            for (String topic : agents.get(agent).skills().keySet()) {
                qualified.computeIfAbsent(topic, t -> new ArrayList<>()).add(agent);
            }
        }
        return qualified;
    }
}
