package io.switchboard.routing.centre;

import io.switchboard.contracts.routing.RoutingSetup.Agent;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What work asks of an agent. Work of equal profile waits in one line.
 *
 * @param skills minimum level by skill
 * @param weight how much of the agent's capacity it takes
 */
public record Profile(Map<String, Integer> skills, int weight) {

    /** Copies the skills. */
    public Profile {
        skills = Map.copyOf(skills);
    }

    /** Returns whether the agent, with nothing else to do, could take such work. */
    boolean metBy(Agent agent) {
        return agent.capacity() >= weight
                && skills.entrySet().stream()
                        .allMatch(skill -> agent.skills().getOrDefault(skill.getKey(), 0) >= skill.getValue());
    }

    /** Returns how good the agent is at what is asked: the sum of their levels. */
    int proficiencyOf(Agent agent) {
        return skills.keySet().stream()
                .mapToInt(skill -> agent.skills().getOrDefault(skill, 0))
                .sum();
    }

    Profile weighing(int newWeight) {
        return newWeight == weight ? this : new Profile(skills, newWeight);
    }

    /** Returns a sentence such as {@code needs billing 2, language:de 1}. */
    String sentence() {
        return skills.isEmpty()
                ? "needs no skill"
                : new TreeMap<>(skills)
                        .entrySet().stream()
                                .map(skill -> skill.getKey() + " " + skill.getValue())
                                .collect(Collectors.joining(", ", "needs ", ""));
    }
}
