package io.switchboard.routing.centre;

import io.switchboard.contracts.routing.Explanation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Who of several agents gets the work. The rules are asked in order, each among those whom the ones before liked best;
 * what each said is the explanation.
 */
final class Choosing {

    /** One sentence on who is preferred. */
    private record Rule(String name, Preference preference) {}

    private interface Preference {
        /** Orders agents for this work, the preferred one first. */
        Comparator<Desk> on(OpenWork work);
    }

    private static final List<Rule> RULES = List.of(
            new Rule("last agent of the customer first", Choosing::lastAgentFirst),
            new Rule("highest proficiency first", Choosing::highestProficiencyFirst),
            new Rule("least loaded first", _ -> Choosing::leastLoadedFirst),
            new Rule("longest idle first", _ -> Comparator.comparing(desk -> desk.state.idleSince())),
            new Rule("by name", _ -> Comparator.comparing(Desk::name)));

    /** An agent and why it is this one. */
    record Choice(Desk desk, Explanation why) {}

    private Choosing() {}

    /** Returns the agent for the work. There is at least one candidate. */
    static Choice choose(OpenWork work, List<Desk> candidates, String setupVersion) {
        List<String> reasons = new ArrayList<>();
        reasons.add(work.item().queue() + " " + work.profile().sentence());
        List<Desk> left = candidates;
        for (Rule rule : RULES) {
            if (left.size() == 1) {
                break;
            }
            List<Desk> best = bestOf(left, rule.preference().on(work));
            reasons.add(rule.name() + ": " + best.size() + " of " + left.size());
            left = best;
        }
        reasons.add(left.getFirst().name() + (candidates.size() == 1 ? " was the only one" : " was left"));
        return new Choice(left.getFirst(), new Explanation(candidates.size(), reasons, setupVersion));
    }

    private static List<Desk> bestOf(List<Desk> desks, Comparator<Desk> preference) {
        Desk best = desks.stream().min(preference).orElseThrow();
        return desks.stream()
                .filter(desk -> preference.compare(desk, best) == 0)
                .toList();
    }

    private static Comparator<Desk> lastAgentFirst(OpenWork work) {
        return Comparator.comparing(
                desk -> !desk.name().equals(work.item().customer().lastAgent()));
    }

    private static Comparator<Desk> highestProficiencyFirst(OpenWork work) {
        return Comparator.comparing(desk -> -work.profile().proficiencyOf(desk.agent));
    }

    /** Compares load by capacity, crosswise, so that no fraction is rounded. */
    private static int leastLoadedFirst(Desk one, Desk other) {
        return Long.compare((long) one.load * other.agent.capacity(), (long) other.load * one.agent.capacity());
    }
}
