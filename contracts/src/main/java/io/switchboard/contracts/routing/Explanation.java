package io.switchboard.contracts.routing;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why an offer went to this agent.
 *
 * @param candidates how many available agents had the skills and the room
 * @param reasons the same for people, in at most eight short sentences
 * @param setupVersion version of the skills and queues that were in force
 * @param ring how many steps the requirement was relaxed; -1 while the work waited for one agent alone
 * @param qualified how many agents of the centre have the skills, there or not
 * @param rules what each rule left of the candidates, in order, until one was left
 * @param runnerUp who would have got it otherwise, null when nobody could
 * @param decidedBy the rule in which the runner-up was worse, null without one
 */
public record Explanation(
        int candidates,
        List<String> reasons,
        String setupVersion,
        int ring,
        int qualified,
        List<RuleEffect> rules,
        @Nullable String runnerUp,
        @Nullable String decidedBy) {

    public Explanation {
        reasons = List.copyOf(reasons);
        rules = rules == null ? List.of() : List.copyOf(rules);
    }

    /** After {@code rule} so many candidates were {@code left}. */
    public record RuleEffect(String rule, int left) {}
}
