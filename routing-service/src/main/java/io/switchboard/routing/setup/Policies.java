package io.switchboard.routing.setup;

import io.switchboard.contracts.routing.OpeningHours;
import io.switchboard.contracts.routing.RelaxationStep;
import io.switchboard.contracts.routing.RoutingSetup;
import io.switchboard.routing.engine.Policy;
import io.switchboard.routing.engine.Policy.Agent;
import io.switchboard.routing.engine.Policy.Channel;
import io.switchboard.routing.engine.Policy.Queue;
import io.switchboard.routing.engine.Policy.Step;
import io.switchboard.routing.engine.Rule;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Puts what people wrote into the words of the engine. */
public final class Policies {
    /** What a channel takes of an agent's capacity when nothing is said about it. */
    public static final int WEIGHT_OF_UNKNOWN_CHANNEL = 1;

    private static final long MS = 1000;

    private final RoutingSetup setup;
    private final Collection<String> problems;

    private Policies(RoutingSetup setup, Collection<String> problems) {
        this.setup = setup;
        this.problems = problems;
    }

    /**
     * Returns the policy that a setup means. Its channels are those with a weight and those that queues name.
     *
     * @throws IllegalArgumentException when the setup names a rule, an hour or a time zone that there is not, which
     *     validation found before it was published
     */
    public static Policy of(RoutingSetup setup) {
        List<String> problems = new ArrayList<>();
        Policy policy = of(setup, problems);
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", problems));
        }
        return policy;
    }

    /** Returns what can be understood of a setup, and adds to {@code problems} what can't. */
    static Policy of(RoutingSetup setup, Collection<String> problems) {
        return new Policies(setup, problems).policy();
    }

    /** Returns the names of all channels of a setup. */
    static Set<String> channels(RoutingSetup setup) {
        Set<String> names = new TreeSet<>(setup.channelWeights().keySet());
        setup.queues().forEach(queue -> names.addAll(queue.channels()));
        return names;
    }

    private Policy policy() {
        return new Policy(
                setup.version(),
                channels(setup).stream().collect(Collectors.toMap(Function.identity(), this::channel)),
                setup.queues().stream().map(this::queue).toList(),
                setup.agents().stream()
                        .map(agent -> new Agent(agent.name(), agent.capacity(), agent.skills()))
                        .toList(),
                choosing(),
                millis(setup.offerTimeoutSeconds()),
                setup.expiriesUntilNotResponding(),
                millis(setup.pauseSeconds()),
                millis(setup.absenceSeconds()),
                millis(setup.secondsPerPriority()),
                millis(setup.emergencyHeadStartSeconds()),
                setup.emergencyCap());
    }

    private Channel channel(String name) {
        return new Channel(
                setup.channelWeights().getOrDefault(name, WEIGHT_OF_UNKNOWN_CHANNEL),
                setup.channelLimits().getOrDefault(name, 0),
                setup.interrupts().getOrDefault(name, Set.of()));
    }

    private List<Rule> choosing() {
        if (setup.choosing().isEmpty()) {
            return List.of(Rule.values());
        }
        return setup.choosing().stream()
                .map(this::rule)
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<Rule> rule(String label) {
        Optional<Rule> rule = Arrays.stream(Rule.values())
                .filter(known -> known.label().equals(label))
                .findFirst();
        if (rule.isEmpty()) {
            problems.add("choosing: " + label + " is no rule; there are "
                    + Arrays.stream(Rule.values()).map(Rule::label).collect(Collectors.joining(", ")));
        }
        return rule;
    }

    private Queue queue(RoutingSetup.Queue queue) {
        OpeningHours hours = queue.hours();
        return new Queue(
                queue.name(),
                queue.channels(),
                queue.topics(),
                queue.skills(),
                queue.speakLanguage(),
                millis(queue.serviceLevelSeconds()),
                millis(queue.escalateAfterSeconds()),
                millis(queue.preferredWaitSeconds()),
                millis(queue.wrapUpSeconds()),
                queue.relaxation().stream().map(Policies::step).toList(),
                queue.maxWaiting(),
                queue.overflowQueue(),
                hours == null
                        ? null
                        : new ReadHours("queues." + queue.name() + ".hours", problems)
                                .read(hours)
                                .orElse(null));
    }

    private static Step step(RelaxationStep step) {
        return new Step(
                millis(step.afterSeconds()), step.drop(), Map.copyOf(step.lower()), step.widenTo(), step.toCentre());
    }

    private static long millis(int seconds) {
        return seconds * MS;
    }
}
