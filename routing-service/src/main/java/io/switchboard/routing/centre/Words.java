package io.switchboard.routing.centre;

import io.switchboard.contracts.routing.Expectation;
import io.switchboard.contracts.routing.Explanation;
import io.switchboard.contracts.routing.Explanation.RuleEffect;
import io.switchboard.contracts.routing.Presence;
import io.switchboard.contracts.routing.RoutingSetup;
import io.switchboard.contracts.routing.TransferTarget;
import io.switchboard.contracts.routing.WorkItem;
import io.switchboard.routing.engine.Command.Target;
import io.switchboard.routing.engine.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The words of the engine and those of the contracts. */
final class Words {
    private static final long MS_PER_SECOND = 1000;

    private Words() {}

    static Presence of(io.switchboard.routing.engine.Presence presence) {
        return switch (presence) {
            case AVAILABLE -> Presence.AVAILABLE;
            case BUSY -> Presence.BUSY;
            case AWAY -> Presence.AWAY;
            case OFFLINE -> Presence.OFFLINE;
            case NOT_RESPONDING -> Presence.NOT_RESPONDING;
        };
    }

    static io.switchboard.routing.engine.Presence of(Presence presence) {
        return switch (presence) {
            case AVAILABLE -> io.switchboard.routing.engine.Presence.AVAILABLE;
            case BUSY -> io.switchboard.routing.engine.Presence.BUSY;
            case AWAY -> io.switchboard.routing.engine.Presence.AWAY;
            case OFFLINE -> io.switchboard.routing.engine.Presence.OFFLINE;
            case NOT_RESPONDING -> io.switchboard.routing.engine.Presence.NOT_RESPONDING;
        };
    }

    static TransferTarget of(Target target) {
        return switch (target) {
            case Target.ToAgent to -> new TransferTarget(to.agent(), null, null);
            case Target.ToQueue to -> new TransferTarget(null, to.queue(), null);
            case Target.ToSkills to -> new TransferTarget(null, null, to.skills());
        };
    }

    /** Returns the target, or null when it does not name exactly one. */
    static @Nullable Target of(TransferTarget to) {
        @Nullable Map<String, Integer> skills = to.skills();
        if (to.agent() != null) {
            return to.queue() == null && skills == null ? new Target.ToAgent(to.agent()) : null;
        }
        if (to.queue() != null) {
            return skills == null ? new Target.ToQueue(to.queue()) : null;
        }
        return skills == null || skills.isEmpty() ? null : new Target.ToSkills(skills);
    }

    static Expectation of(int waiting, io.switchboard.routing.engine.@Nullable Expectation expected) {
        return expected == null
                ? new Expectation(waiting, null, null, null)
                : new Expectation(
                        waiting,
                        expected.typical() / MS_PER_SECOND,
                        expected.low() / MS_PER_SECOND,
                        expected.high() / MS_PER_SECOND);
    }

    static Explanation of(io.switchboard.routing.engine.Explanation why, WorkItem item, String agent) {
        return new Explanation(
                why.candidates(),
                sentences(why, item, agent),
                why.policy(),
                why.ring(),
                why.qualified(),
                why.steps().stream()
                        .map(step -> new RuleEffect(step.rule().label(), step.left()))
                        .toList(),
                why.runnerUp(),
                label(why.decidedBy()));
    }

    private static List<String> sentences(io.switchboard.routing.engine.Explanation why, WorkItem item, String agent) {
        List<String> sentences = new ArrayList<>();
        sentences.add(
                switch (why.ring()) {
                    case -1 -> item.queue() + ": waits for " + agent + " alone";
                    case 0 -> item.queue() + ": asks for all its skills";
                    default -> item.queue() + ": relaxed " + why.ring() + " times";
                });
        sentences.add(why.candidates() + " of " + why.qualified() + " with the skills could take it");
        why.steps().forEach(step -> sentences.add(step.rule().label() + ": " + step.left() + " left"));
        if (why.runnerUp() != null) {
            sentences.add(
                    agent + " before " + why.runnerUp() + " by " + label(Objects.requireNonNull(why.decidedBy())));
        }
        return sentences;
    }

    private static @Nullable String label(@Nullable Rule rule) {
        return rule == null ? null : rule.label();
    }

    static @Nullable String afterHours(@Nullable RoutingSetup setup, String queue) {
        return setup == null
                ? null
                : setup.queues().stream()
                        .filter(one -> one.name().equals(queue))
                        .map(RoutingSetup.Queue::afterHoursAnswer)
                        .findFirst()
                        .orElse(null);
    }
}
