package io.switchboard.routing.engine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Who gets a work item: everybody is looked at, nobody is remembered. */
final class ReferenceChoice {
    private final ReferenceState state;
    private final ReferenceWork work;
    private final ReferenceRequirement requirement;
    private final List<ReferenceAgent> candidates;

    ReferenceChoice(ReferenceState state, ReferenceWork work) {
        this.state = state;
        this.work = work;
        requirement = ReferenceRequirement.of(state, work, work.ring);
        candidates = state.agents.values().stream().filter(this::isCandidate).toList();
    }

    boolean isPossible() {
        return !candidates.isEmpty();
    }

    private boolean isCandidate(ReferenceAgent agent) {
        boolean suits = work.ring == -1 ? agent.name().equals(work.preferred) : requirement.fits(agent.profile);
        return suits
                && agent.presence == Presence.AVAILABLE
                && !work.excluded.containsKey(agent.name())
                && state.hasRoom(agent, work);
    }

    ReferenceAgent best() {
        return best(candidates);
    }

    Explanation explanation() {
        List<ReferenceAgent> others = new ArrayList<>(candidates);
        others.remove(best());
        ReferenceAgent second = others.isEmpty() ? null : best(others);
        return new Explanation(
                state.policy.version(),
                work.ring,
                work.ring == -1
                        ? 1
                        : (int) state.policy.agents().stream()
                                .filter(requirement::fits)
                                .count(),
                candidates.size(),
                steps(),
                second == null ? null : second.name(),
                second == null ? null : decider(second));
    }

    private ReferenceAgent best(List<ReferenceAgent> among) {
        List<ReferenceAgent> left = among;
        for (Rule rule : rules()) {
            left = best(rule, left);
        }
        return left.getFirst();
    }

    private List<Explanation.Step> steps() {
        List<Explanation.Step> steps = new ArrayList<>();
        List<ReferenceAgent> left = candidates;
        for (Rule rule : rules()) {
            if (left.size() > 1) {
                left = best(rule, left);
                steps.add(new Explanation.Step(rule, left.size()));
            }
        }
        return steps;
    }

    private @Nullable Rule decider(ReferenceAgent second) {
        return rules().stream()
                .filter(rule -> liking(rule).compare(best(), second) != 0)
                .findFirst()
                .orElse(null);
    }

    /** The rules of the policy; what they leave open, the last one decides. */
    private List<Rule> rules() {
        List<Rule> rules = new ArrayList<>(state.policy.choosing());
        if (!rules.contains(Rule.IDLE)) {
            rules.add(Rule.IDLE);
        }
        return rules;
    }

    private List<ReferenceAgent> best(Rule rule, List<ReferenceAgent> among) {
        Comparator<ReferenceAgent> liking = liking(rule);
        ReferenceAgent best = among.stream().min(liking).orElseThrow();
        return among.stream().filter(agent -> liking.compare(agent, best) == 0).toList();
    }

    private Comparator<ReferenceAgent> liking(Rule rule) {
        return switch (rule) {
            case LAST_AGENT -> Comparator.comparing(agent -> !Objects.equals(agent.name(), work.lastAgent));
            case PROFICIENCY -> Comparator.comparingInt(agent -> -requirement.proficiency(agent.profile));
            case LOAD ->
                (some, other) -> Long.compare(
                        (long) state.load(some) * other.profile.capacity(),
                        (long) state.load(other) * some.profile.capacity());
            case IDLE ->
                Comparator.<ReferenceAgent>comparingLong(agent -> agent.freeSince)
                        .thenComparing(ReferenceAgent::name);
        };
    }
}
