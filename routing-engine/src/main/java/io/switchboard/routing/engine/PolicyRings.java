package io.switchboard.routing.engine;

import io.switchboard.routing.engine.Policy.Agent;
import io.switchboard.routing.engine.Policy.Channel;
import io.switchboard.routing.engine.Policy.Queue;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Who could ever take the work of which queue, for those who judge a policy. Not made for speed: agents who are alike are
 * looked at once.
 */
final class PolicyRings {
    private final Policy policy;
    private final List<Agent> kinds;
    private final Set<String> languages = new HashSet<>();
    private final Map<String, Queue> queues = new HashMap<>();
    private final Map<Queue, List<List<Map<String, Integer>>>> rings = new HashMap<>();

    PolicyRings(Policy policy) {
        this.policy = policy;
        Map<Agent, Agent> alike = new HashMap<>();
        for (Agent agent : policy.agents()) {
            alike.putIfAbsent(new Agent("", agent.capacity(), agent.skills()), agent);
            agent.skills().keySet().stream()
                    .filter(skill -> skill.startsWith(Requirements.LANGUAGE_PREFIX))
                    .forEach(languages::add);
        }
        policy.queues().forEach(queue -> queues.putIfAbsent(queue.name(), queue));
        kinds = alike.values().stream()
                .sorted(Comparator.comparing(Agent::name))
                .toList();
    }

    /** Returns the rings of a queue whatever the language: each a list of alternatives of minimum level by skill. */
    List<List<Map<String, Integer>>> of(Queue queue) {
        return rings.computeIfAbsent(queue, it -> of(it, it.skills()));
    }

    private List<List<Map<String, Integer>>> of(Queue queue, Map<String, Integer> first) {
        return Requirements.rings(first, queue.relaxation(), queues);
    }

    Optional<Queue> queue(String name) {
        return Optional.ofNullable(queues.get(name));
    }

    /** Returns the channels whose work may come to a queue. */
    Collection<String> channels(Queue queue) {
        return queue.channels().isEmpty() ? policy.channels().keySet() : queue.channels();
    }

    int weight(String channel) {
        Channel known = policy.channels().get(channel);
        return known == null ? 1 : known.weight();
    }

    /** Returns whether somebody with nothing else to do has the skills and the capacity. */
    boolean somebodyFits(List<Map<String, Integer>> ring, int weight) {
        return kinds.stream().anyMatch(agent -> agent.capacity() >= weight && fits(agent, ring));
    }

    /** Returns those who have the skills, at most {@code most} of them. */
    List<Agent> whoFits(List<Map<String, Integer>> ring, int most) {
        return policy.agents().stream()
                .filter(agent -> fits(agent, ring))
                .limit(most)
                .toList();
    }

    /** Returns whether, in some language, the step before ring {@code number} lets in somebody new. */
    boolean admitsMore(Queue queue, int number) {
        if (admitsMore(of(queue), number)) {
            return true;
        }
        return queue.speakLanguage()
                && languages.stream()
                        .map(language -> withLanguage(queue, language))
                        .filter(first -> somebodyFits(List.of(first), 0))
                        .anyMatch(first -> admitsMore(of(queue, first), number));
    }

    private boolean admitsMore(List<List<Map<String, Integer>>> rings, int number) {
        return kinds.stream().anyMatch(agent -> fits(agent, rings.get(number)) && !fits(agent, rings.get(number - 1)));
    }

    /** Returns whether anybody with the skills of the queue speaks a language that could be asked for. */
    boolean somebodySpeaks(Queue queue) {
        return languages.stream().anyMatch(language -> somebodyFits(List.of(withLanguage(queue, language)), 0));
    }

    private static Map<String, Integer> withLanguage(Queue queue, String language) {
        Map<String, Integer> asked = new HashMap<>(queue.skills());
        asked.putIfAbsent(language, 1);
        return asked;
    }

    static boolean fits(Agent agent, List<Map<String, Integer>> ring) {
        return ring.stream()
                .anyMatch(alternative -> alternative.entrySet().stream()
                        .allMatch(skill -> agent.skills().getOrDefault(skill.getKey(), 0) >= skill.getValue()));
    }
}
