package io.switchboard.routing.engine;

import io.switchboard.routing.engine.Policy.Agent;
import io.switchboard.routing.engine.Policy.Channel;
import io.switchboard.routing.engine.Policy.Queue;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/**
 * What is wrong with a policy, so that it is found before work waits for ever because of it. Fields are named, and times
 * told in seconds, as in the setup that people write.
 */
public final class PolicyProblems {
    /** Where work waits that no queue takes; no queue of a policy may have this name. */
    static final String UNSORTED = "unsorted";

    static final long WEEK = 7 * 86_400L;
    private static final int LARGEST = 1_000_000;

    private final Policy policy;
    private final Findings found = new Findings();

    private PolicyProblems(Policy policy) {
        this.policy = policy;
    }

    /** Returns one sentence for each problem, beginning with the field; none when the engine can work with the policy. */
    public static List<String> of(Policy policy) {
        var problems = new PolicyProblems(policy);
        problems.numbers();
        problems.choosing();
        new TreeMap<>(policy.channels()).forEach(problems::channel);
        problems.agents();
        problems.queues();
        return problems.found.all();
    }

    private void numbers() {
        found.check(!policy.version().isBlank(), "version", "missing");
        found.seconds("offerTimeoutSeconds", policy.offerTimeout(), 1, 3600);
        found.range("expiriesUntilNotResponding", policy.expiriesUntilNotResponding(), 1, 1000);
        found.seconds("pauseSeconds", policy.pause(), 0, WEEK);
        found.seconds("absenceSeconds", policy.absence(), 0, WEEK);
        found.seconds("secondsPerPriority", policy.msPerPriority(), 0, 3600);
        found.seconds("emergencyHeadStartSeconds", policy.emergencyHeadStart(), 0, WEEK);
        found.range("emergencyCap", policy.emergencyCap(), 0, LARGEST);
    }

    private void choosing() {
        Set<Rule> seen = new HashSet<>();
        for (Rule rule : policy.choosing()) {
            found.check(seen.add(rule), "choosing", rule.label() + " is there twice");
        }
    }

    private void channel(String name, Channel channel) {
        found.check(!name.isBlank(), "channelWeights", "a channel without a name");
        found.range("channelWeights." + name, channel.weight(), 1, LARGEST);
        found.range("channelLimits." + name, channel.limit(), 0, LARGEST);
        found.check(
                policy.agents().stream().anyMatch(agent -> agent.capacity() >= channel.weight()),
                "channelWeights." + name,
                "nobody has a capacity of " + channel.weight());
        String field = "interrupts." + name;
        for (String other : channel.interrupts()) {
            Channel interrupted = policy.channels().get(other);
            found.check(interrupted != null, field, other + " is no channel");
            found.check(!other.equals(name), field, "a channel can't interrupt itself");
            // Each would be set aside for the other, and the agent would have both at once.
            found.check(
                    other.equals(name)
                            || interrupted == null
                            || !interrupted.interrupts().contains(name),
                    field,
                    other + " interrupts it, too");
        }
    }

    private void agents() {
        found.check(!policy.agents().isEmpty(), "agents", "there must be somebody to answer");
        found.names("agents", policy.agents().stream().map(Agent::name).toList());
        int least = policy.channels().values().stream()
                .mapToInt(Channel::weight)
                .min()
                .orElse(1);
        for (Agent agent : policy.agents()) {
            String field = "agents." + agent.name();
            found.levels(field + ".skills", agent.skills());
            found.check(
                    agent.capacity() >= Math.max(1, least),
                    field + ".capacity",
                    agent.capacity() + " is too little for any channel");
            found.check(agent.capacity() <= LARGEST, field + ".capacity", "must be at most " + LARGEST);
        }
    }

    private void queues() {
        found.names("queues", policy.queues().stream().map(Queue::name).toList());
        var rings = new PolicyRings(policy);
        for (Queue queue : policy.queues()) {
            new QueueProblems(policy, queue, rings, found).find();
        }
        found.check(
                !policy.queues().isEmpty()
                        && policy.queues().getLast().channels().isEmpty()
                        && policy.queues().getLast().topics().isEmpty(),
                "queues",
                "the last one must take every channel and topic");
    }
}
