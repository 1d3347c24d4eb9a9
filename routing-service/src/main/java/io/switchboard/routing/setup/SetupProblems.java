package io.switchboard.routing.setup;

import io.switchboard.contracts.routing.RelaxationStep;
import io.switchboard.contracts.routing.RoutingSetup;
import io.switchboard.contracts.routing.RoutingSetup.Agent;
import io.switchboard.contracts.routing.RoutingSetup.Queue;
import io.switchboard.routing.engine.Policy;
import io.switchboard.routing.engine.PolicyProblems;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with a setup, so that it is found before work waits for ever because of it. Here are the rules for what
 * the engine does not see; {@link PolicyProblems} has the others.
 */
public final class SetupProblems {
    private static final String LANGUAGE = "language:";
    /** In a step's drops: whatever language is asked for. */
    private static final String ANY_LANGUAGE = "language";

    private final RoutingSetup setup;
    private final Set<String> problems = new TreeSet<>();

    private SetupProblems(RoutingSetup setup) {
        this.setup = setup;
    }

    /** Returns one readable sentence for each problem, beginning with the field; none when the setup is sound. */
    public static List<String> of(RoutingSetup setup) {
        var found = new SetupProblems(setup);
        found.named();
        if (!found.problems.isEmpty()) {
            // Nothing more can be said about what has no name.
            return List.copyOf(found.problems);
        }
        Policy policy = Policies.of(setup, found.problems);
        found.problems.addAll(PolicyProblems.of(policy));
        found.skills();
        found.channels();
        setup.queues().forEach(found::steps);
        return List.copyOf(found.problems);
    }

    private void named() {
        check(!isBlank(setup.tenant()), "tenant", "missing");
        check(!isBlank(setup.centre()), "centre", "missing");
        check(!isBlank(setup.version()), "version", "missing");
        setup.queues().forEach(queue -> check(!isBlank(queue.name()), "queues.name", "missing"));
        setup.agents().forEach(agent -> check(!isBlank(agent.name()), "agents.name", "missing"));
    }

    private void skills() {
        if (setup.skills().isEmpty()) {
            return;
        }
        for (Agent agent : setup.agents()) {
            known("agents." + agent.name() + ".skills", agent.skills().keySet());
        }
        for (Queue queue : setup.queues()) {
            String field = "queues." + queue.name();
            known(field + ".skills", queue.skills().keySet());
            for (int i = 0; i < queue.relaxation().size(); i++) {
                RelaxationStep step = queue.relaxation().get(i);
                known(field + ".relaxation[" + i + "].drop", step.drop());
                known(field + ".relaxation[" + i + "].lower", step.lower().keySet());
            }
        }
    }

    private void known(String field, Collection<String> used) {
        for (String skill : used) {
            check(
                    skill.startsWith(LANGUAGE) || setup.skills().contains(skill) || skill.equals(ANY_LANGUAGE),
                    field + "." + skill,
                    "is not among the skills");
        }
    }

    private void channels() {
        Set<String> known = Policies.channels(setup);
        setup.channelLimits()
                .keySet()
                .forEach(channel ->
                        check(known.contains(channel), "channelLimits." + channel, "there is no such channel"));
        setup.interrupts()
                .keySet()
                .forEach(
                        channel -> check(known.contains(channel), "interrupts." + channel, "there is no such channel"));
    }

    private void steps(Queue queue) {
        for (int i = 0; i < queue.relaxation().size(); i++) {
            check(
                    !setup.centre().equals(queue.relaxation().get(i).toCentre()),
                    "queues." + queue.name() + ".relaxation[" + i + "].toCentre",
                    "is this centre");
        }
    }

    private static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }

    private void check(boolean fine, String field, String problem) {
        if (!fine) {
            problems.add(field + ": " + problem);
        }
    }
}
