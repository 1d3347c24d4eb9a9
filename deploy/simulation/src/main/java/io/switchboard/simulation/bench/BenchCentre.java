package io.switchboard.simulation.bench;

import io.switchboard.routing.engine.Policy;
import io.switchboard.routing.engine.Policy.Channel;
import io.switchboard.routing.engine.Rule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;

/** The policy of a centre that is measured: a queue for each profile, three channels, one step of relaxation. */
final class BenchCentre {
    static final List<String> CHANNELS = List.of("voice", "webchat", "email");
    private static final long MINUTE = 60_000;
    private static final long[] TARGETS = {MINUTE, 5 * MINUTE, 60 * MINUTE};

    private final SplittableRandom chance = new SplittableRandom(42);
    private final Size size;
    private final List<Map<String, Integer>> vectors = new ArrayList<>();

    private BenchCentre(Size size, Vectors drawn) {
        this.size = size;
        for (int i = 0; i < drawn.count(size.agents); i++) {
            vectors.add(vector());
        }
    }

    static Policy policy(Size size, Vectors drawn) {
        return new BenchCentre(size, drawn).policy();
    }

    static String topic(int profile) {
        return "topic-" + profile;
    }

    static String channel(int profile) {
        return CHANNELS.get(profile % CHANNELS.size());
    }

    private Policy policy() {
        List<Policy.Queue> queues = new ArrayList<>();
        for (int profile = 0; profile < size.profiles; profile++) {
            queues.add(queue(profile));
        }
        List<Policy.Agent> agents = new ArrayList<>();
        for (int agent = 0; agent < size.agents; agent++) {
            agents.add(new Policy.Agent("agent-" + agent, 6, vectors.get(agent % vectors.size())));
        }
        return new Policy(
                "bench",
                Map.of(
                        "voice", new Channel(6, 1, Set.of()),
                        "webchat", new Channel(2, 0, Set.of()),
                        "email", new Channel(1, 0, Set.of())),
                queues,
                agents,
                List.of(Rule.LAST_AGENT, Rule.PROFICIENCY, Rule.LOAD, Rule.IDLE),
                MINUTE / 2,
                3,
                MINUTE,
                10 * MINUTE,
                6_000,
                60 * MINUTE,
                20);
    }

    private Map<String, Integer> vector() {
        Map<String, Integer> vector = new TreeMap<>();
        int skills = 5 + chance.nextInt(6);
        while (vector.size() < skills) {
            vector.put("skill-" + chance.nextInt(size.skills), 1 + chance.nextInt(5));
        }
        return vector;
    }

    // One to three skills of somebody who is there, at a level they have; after five minutes any level will do.
    private Policy.Queue queue(int profile) {
        Map<String, Integer> somebody = vectors.get(chance.nextInt(vectors.size()));
        List<String> known = new ArrayList<>(somebody.keySet());
        Map<String, Integer> asked = new HashMap<>();
        Map<String, Integer> lowered = new HashMap<>();
        for (int i = 1 + chance.nextInt(3); i > 0; i--) {
            String skill = known.remove(chance.nextInt(known.size()));
            int level = 1 + chance.nextInt(somebody.getOrDefault(skill, 1));
            asked.put(skill, level);
            if (level > 1) {
                lowered.put(skill, 1);
            }
        }
        return new Policy.Queue(
                topic(profile),
                Set.of(channel(profile)),
                Set.of(topic(profile)),
                asked,
                false,
                TARGETS[profile % TARGETS.length],
                0,
                MINUTE / 2,
                0,
                lowered.isEmpty()
                        ? List.of()
                        : List.of(new Policy.Step(5 * MINUTE, Set.of(), lowered, List.of(), null)),
                0,
                null,
                null);
    }
}
