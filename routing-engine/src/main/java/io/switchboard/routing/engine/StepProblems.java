package io.switchboard.routing.engine;

import io.switchboard.routing.engine.Policy.Queue;
import io.switchboard.routing.engine.Policy.Step;
import java.util.List;
import java.util.Map;

/** What is wrong with the relaxation of one queue. */
final class StepProblems {
    private static final int MOST_STEPS = 20;

    private final Queue queue;
    private final PolicyRings rings;
    private final Findings found;
    private final String field;

    StepProblems(Queue queue, PolicyRings rings, Findings found) {
        this.queue = queue;
        this.rings = rings;
        this.found = found;
        this.field = "queues." + queue.name() + ".relaxation";
    }

    void find() {
        List<Step> steps = queue.relaxation();
        found.check(steps.size() <= MOST_STEPS, field, "at most " + MOST_STEPS + " steps");
        List<List<Map<String, Integer>>> before = rings.of(queue);
        int ring = 0;
        for (int i = 0; i < steps.size(); i++) {
            String where = field + "[" + i + "]";
            Step step = steps.get(i);
            time(where, step, i == 0 ? 0 : steps.get(i - 1).after());
            if (step.toCentre() == null) {
                content(where, step, before.get(ring++));
            } else {
                departure(where, step, step.toCentre(), i == steps.size() - 1);
            }
        }
    }

    private void time(String where, Step step, long former) {
        found.seconds(where + ".afterSeconds", step.after(), 1, PolicyProblems.WEEK);
        found.check(
                step.after() <= 0 || step.after() > former,
                where + ".afterSeconds",
                "must be more than in the step before");
    }

    private void content(String where, Step step, List<Map<String, Integer>> ring) {
        found.check(!isEmpty(step), where, "changes nothing");
        for (String skill : step.drop()) {
            boolean language = skill.equals(Requirements.LANGUAGE) || skill.startsWith(Requirements.LANGUAGE_PREFIX);
            boolean spoken = queue.speakLanguage() && language;
            found.check(
                    spoken || ring.stream().anyMatch(asked -> asked.containsKey(skill)),
                    where + ".drop",
                    skill + " is not asked for");
        }
        found.levels(where + ".lower", step.lower());
        step.lower().forEach((skill, level) -> lower(where + ".lower." + skill, skill, level, ring));
        for (String name : step.widenTo()) {
            found.check(rings.queue(name).isPresent(), where + ".widenTo", name + " is no queue");
            found.check(!name.equals(queue.name()), where + ".widenTo", "is the queue itself");
        }
    }

    private void lower(String where, String skill, int level, List<Map<String, Integer>> ring) {
        int most = ring.stream()
                .mapToInt(asked -> asked.getOrDefault(skill, 0))
                .max()
                .orElse(0);
        found.check(most > 0, where, "is not asked for");
        found.check(most == 0 || level < most, where, "must be less than " + most + ", is " + level);
    }

    private void departure(String where, Step step, String centre, boolean last) {
        found.check(!centre.isBlank(), where + ".toCentre", "missing");
        found.check(last, where + ".toCentre", "must be the last step");
        found.check(isEmpty(step), where + ".toCentre", "must be alone in its step");
    }

    private static boolean isEmpty(Step step) {
        return step.drop().isEmpty() && step.lower().isEmpty() && step.widenTo().isEmpty();
    }
}
