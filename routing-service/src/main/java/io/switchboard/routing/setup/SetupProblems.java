package io.switchboard.routing.centre;

import io.switchboard.contracts.routing.RoutingSetup;
import io.switchboard.contracts.routing.RoutingSetup.Agent;
import io.switchboard.contracts.routing.RoutingSetup.Queue;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is wrong with a setup, so that it is found before work waits for ever because of it. */
public final class SetupProblems {
    private static final int BEST_LEVEL = 5;
    private static final int LONGEST_OFFER = 3600;

    private final List<String> problems = new ArrayList<>();

    private SetupProblems() {}

    /** Returns one readable sentence for each problem, beginning with the field; none when the setup is sound. */
    public static List<String> of(RoutingSetup setup) {
        var found = new SetupProblems();
        found.general(setup);
        found.agents(setup);
        found.queues(setup);
        return List.copyOf(found.problems);
    }

    private void general(RoutingSetup setup) {
        check(!isBlank(setup.tenant()), "tenant: missing");
        check(!isBlank(setup.centre()), "centre: missing");
        check(!isBlank(setup.version()), "version: missing");
        check(
                setup.offerTimeoutSeconds() >= 1 && setup.offerTimeoutSeconds() <= LONGEST_OFFER,
                "offerTimeoutSeconds: must be 1 to " + LONGEST_OFFER);
        check(setup.expiriesUntilNotResponding() >= 1, "expiriesUntilNotResponding: must be at least 1");
        setup.channelWeights()
                .forEach((channel, weight) ->
                        check(weight > 0, "channelWeights." + channel + ": must be more than 0, is " + weight));
    }

    private void agents(RoutingSetup setup) {
        check(!setup.agents().isEmpty(), "agents: there must be somebody to answer");
        unique("agents", setup.agents().stream().map(Agent::name).toList());
        for (Agent agent : setup.agents()) {
            levels("agents." + agent.name(), agent.skills());
            check(
                    canTakeSomething(agent, setup),
                    "agents." + agent.name() + ".capacity: " + agent.capacity() + " is too little for any channel");
        }
        setup.channelWeights()
                .forEach((channel, weight) -> check(
                        setup.agents().stream().anyMatch(agent -> agent.capacity() >= weight),
                        "channelWeights." + channel + ": nobody has a capacity of " + weight));
    }

    private static boolean canTakeSomething(Agent agent, RoutingSetup setup) {
        Collection<Integer> weights = setup.channelWeights().values();
        return weights.isEmpty() ? agent.capacity() > 0 : weights.stream().anyMatch(w -> agent.capacity() >= w);
    }

    private void queues(RoutingSetup setup) {
        unique("queues", setup.queues().stream().map(Queue::name).toList());
        for (Queue queue : setup.queues()) {
            String field = "queues." + queue.name();
            levels(field, queue.skills());
            check(queue.serviceLevelSeconds() >= 1, field + ".serviceLevelSeconds: must be at least 1");
            check(!Sorting.UNSORTED.equals(queue.name()), field + ".name: routing keeps this name for itself");
            servable(field, queue, setup);
        }
        @Nullable Queue last = setup.queues().isEmpty() ? null : setup.queues().getLast();
        check(
                last != null && last.channels().isEmpty() && last.topics().isEmpty(),
                "queues: the last one must take every channel and topic");
    }

    private void servable(String field, Queue queue, RoutingSetup setup) {
        Set<String> channels =
                queue.channels().isEmpty() ? setup.channelWeights().keySet() : queue.channels();
        check(
                setup.agents().stream().anyMatch(new Profile(queue.skills(), 0)::metBy),
                field + ".skills: nobody has them all");
        for (String channel : channels) {
            var profile = new Profile(queue.skills(), Sorting.weight(channel, setup));
            check(
                    setup.agents().stream().anyMatch(profile::metBy),
                    field + ": nobody with the skills has the capacity for " + channel);
        }
    }

    private void levels(String field, Map<String, Integer> skills) {
        skills.forEach((skill, level) -> check(
                level >= 1 && level <= BEST_LEVEL,
                field + ".skills." + skill + ": must be 1 to " + BEST_LEVEL + ", is " + level));
    }

    private void unique(String field, List<String> names) {
        Set<String> seen = new HashSet<>();
        for (String name : names) {
            check(!isBlank(name), field + ".name: missing");
            check(seen.add(name), field + ".name: " + name + " is there twice");
        }
    }

    private static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }

    private void check(boolean fine, String problem) {
        if (!fine) {
            problems.add(problem);
        }
    }
}
