package io.switchboard.routing.engine;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why an offer went to this agent. Bounded: four steps at most.
 *
 * @param policy version of the policy in force
 * @param ring how far the requirement was relaxed; -1 while the work waits for one preferred agent
 * @param qualified agents of the policy who fit the ring, there or not
 * @param candidates those of them who could be offered it now
 * @param steps what each rule left, until one was left
 * @param runnerUp who would have got it otherwise, or null when there was one candidate
 * @param decidedBy the rule in which the runner-up was worse, or null without one
 */
public record Explanation(
        String policy,
        int ring,
        int qualified,
        int candidates,
        List<Step> steps,
        @Nullable String runnerUp,
        @Nullable Rule decidedBy) {

    /** Copies the steps. */
    public Explanation {
        steps = List.copyOf(steps);
    }

    /** After the rule so many candidates were left. */
    public record Step(Rule rule, int left) {}
}
