package io.switchboard.routing.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is asked of agents: alternatives of minimum levels by skill, relaxed ring by ring. */
final class Requirements {
    /** In a step's drops: whatever language is asked for. */
    static final String LANGUAGE = "language";

    static final String LANGUAGE_PREFIX = LANGUAGE + ":";

    private Requirements() {}

    static Map<String, Integer> withLanguage(Map<String, Integer> skills, String language) {
        return merged(skills, Map.of(LANGUAGE_PREFIX + language, 1));
    }

    /** Returns both; of a skill that both ask for, the higher level. */
    static Map<String, Integer> merged(Map<String, Integer> skills, Map<String, Integer> more) {
        Map<String, Integer> merged = new HashMap<>(skills);
        more.forEach((skill, level) -> merged.merge(skill, level, Math::max));
        return Map.copyOf(merged);
    }

    static boolean met(Map<String, Integer> asked, Map<String, Integer> skills) {
        for (Map.Entry<String, Integer> skill : asked.entrySet()) {
            if (skills.getOrDefault(skill.getKey(), 0) < skill.getValue()) {
                return false;
            }
        }
        return true;
    }

    /** Returns the sum of levels in the alternative where it is highest, or {@link Profile#UNFIT} when none is met. */
    static int proficiency(List<Map<String, Integer>> alternatives, Map<String, Integer> skills) {
        int best = Profile.UNFIT;
        for (Map<String, Integer> alternative : alternatives) {
            if (met(alternative, skills)) {
                int sum = 0;
                for (String skill : alternative.keySet()) {
                    sum += skills.getOrDefault(skill, 0);
                }
                best = Math.max(best, sum);
            }
        }
        return best;
    }

    /** Returns the rings of a requirement, ring 0 first. */
    static List<List<Map<String, Integer>>> rings(
            Map<String, Integer> asked, List<Policy.Step> steps, Map<String, Policy.Queue> queues) {
        List<List<Map<String, Integer>>> rings = new ArrayList<>();
        rings.add(List.of(asked));
        for (Policy.Step step : steps) {
            if (step.toCentre() == null) {
                rings.add(relaxed(rings.getLast(), step, queues));
            }
        }
        return rings;
    }

    private static List<Map<String, Integer>> relaxed(
            List<Map<String, Integer>> ring, Policy.Step step, Map<String, Policy.Queue> queues) {
        List<Map<String, Integer>> wider = new ArrayList<>();
        ring.forEach(alternative -> addNew(wider, relaxed(alternative, step)));
        for (String name : step.widenTo()) {
            Policy.@Nullable Queue queue = queues.get(name);
            if (queue != null) {
                addNew(wider, queue.skills());
            }
        }
        return wider;
    }

    private static void addNew(List<Map<String, Integer>> alternatives, Map<String, Integer> another) {
        if (!alternatives.contains(another)) {
            alternatives.add(another);
        }
    }

    private static Map<String, Integer> relaxed(Map<String, Integer> asked, Policy.Step step) {
        Map<String, Integer> less = new HashMap<>(asked);
        less.keySet()
                .removeIf(skill -> step.drop().contains(skill)
                        || (step.drop().contains(LANGUAGE) && skill.startsWith(LANGUAGE_PREFIX)));
        step.lower()
                .forEach((skill, level) -> less.computeIfPresent(skill, (_, was) -> Math.min(was, Math.max(1, level))));
        return Map.copyOf(less);
    }
}
