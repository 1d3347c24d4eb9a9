package io.switchboard.routing.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What is asked of an agent: alternatives of minimum levels by skill, of which one must be met. */
record ReferenceRequirement(List<Map<String, Integer>> alternatives, int weight) {

    /** What the work asks after so many steps; what it asks first of all for 0 and -1. */
    static ReferenceRequirement of(ReferenceState state, ReferenceWork work, int ring) {
        Policy.Queue queue = state.queue(work.queue);
        List<Map<String, Integer>> alternatives = List.of(asked(state, work, queue));
        for (Policy.Step step : queue.relaxation().subList(0, Math.max(0, ring))) {
            List<Map<String, Integer>> next = new ArrayList<>();
            alternatives.forEach(alternative -> next.add(relaxed(alternative, step)));
            step.widenTo().forEach(other -> next.add(state.queue(other).skills()));
            alternatives = next;
        }
        return new ReferenceRequirement(
                alternatives, state.channel(work.channel).weight());
    }

    /** The last ring that is not another centre. */
    static int lastRing(Policy.Queue queue) {
        return (int) queue.relaxation().stream()
                .filter(step -> step.toCentre() == null)
                .count();
    }

    private static Map<String, Integer> asked(ReferenceState state, ReferenceWork work, Policy.Queue queue) {
        Map<String, Integer> skills = both(queue.skills(), work.addedSkills);
        if (!queue.speakLanguage()) {
            return skills;
        }
        Map<String, Integer> withLanguage = both(skills, Map.of("language:" + work.language, 1));
        boolean spoken = new ReferenceRequirement(
                        List.of(withLanguage), state.channel(work.channel).weight())
                .anyOf(state.policy.agents());
        return spoken ? withLanguage : skills;
    }

    static Map<String, Integer> both(Map<String, Integer> some, Map<String, Integer> others) {
        Map<String, Integer> all = new HashMap<>(some);
        others.forEach((skill, level) -> all.merge(skill, level, Math::max));
        return all;
    }

    private static Map<String, Integer> relaxed(Map<String, Integer> alternative, Policy.Step step) {
        Map<String, Integer> relaxed = new HashMap<>(alternative);
        relaxed.keySet().removeIf(skill -> dropped(skill, step));
        relaxed.replaceAll((skill, level) ->
                Math.min(level, Math.max(1, step.lower().getOrDefault(skill, level))));
        return relaxed;
    }

    private static boolean dropped(String skill, Policy.Step step) {
        return step.drop().contains(skill) || step.drop().contains("language") && skill.startsWith("language:");
    }

    boolean fits(Policy.Agent agent) {
        return agent.capacity() >= weight && alternatives.stream().anyMatch(skills -> has(agent, skills));
    }

    boolean anyOf(List<Policy.Agent> agents) {
        return agents.stream().anyMatch(this::fits);
    }

    /** The agent's levels in the skills asked, of the best alternative that they meet. */
    int proficiency(Policy.Agent agent) {
        return alternatives.stream()
                .filter(skills -> has(agent, skills))
                .mapToInt(skills ->
                        skills.keySet().stream().mapToInt(agent.skills()::get).sum())
                .max()
                .orElse(0);
    }

    private static boolean has(Policy.Agent agent, Map<String, Integer> skills) {
        return skills.entrySet().stream()
                .allMatch(asked -> agent.skills().getOrDefault(asked.getKey(), 0) >= asked.getValue());
    }
}
