package io.switchboard.routing.engine;

import io.switchboard.routing.engine.Policy.Agent;
import io.switchboard.routing.engine.Policy.Queue;
import java.util.List;
import java.util.Map;

/** What a policy may say but hardly means: it works, and not as somebody hopes. Fields are named as in a setup. */
public final class PolicyWarnings {
    private static final long MS = 1000;

    private final Policy policy;
    private final PolicyRings rings;
    private final Findings found = new Findings();

    private PolicyWarnings(Policy policy) {
        this.policy = policy;
        this.rings = new PolicyRings(policy);
    }

    /** Returns one sentence for each doubt about a policy without problems, beginning with the field. */
    public static List<String> of(Policy policy) {
        var warnings = new PolicyWarnings(policy);
        for (int i = 0; i < policy.queues().size(); i++) {
            warnings.queue(policy.queues().get(i));
            warnings.hidden(policy.queues().subList(0, i), policy.queues().get(i));
        }
        policy.agents().forEach(warnings::agent);
        return warnings.found.all();
    }

    private void queue(Queue queue) {
        String field = "queues." + queue.name();
        found.check(
                queue.serviceTarget() >= policy.offerTimeout(),
                field + ".serviceLevelSeconds",
                "shorter than an offer stands (" + policy.offerTimeout() / MS + ")");
        found.check(
                queue.preferredWait() < queue.serviceTarget(),
                field + ".preferredWaitSeconds",
                "work may wait for one agent until it is late");
        found.check(
                queue.overflowQueue() == null || queue.maxWaiting() > 0,
                field + ".overflowQueue",
                "never used without maxWaiting");
        found.check(
                !queue.speakLanguage() || rings.somebodySpeaks(queue),
                field + ".speakLanguage",
                "nobody with the skills has a language, so that none is asked for");
        who(field + ".skills", queue);
        steps(field, queue);
    }

    private void who(String field, Queue queue) {
        List<Agent> first = rings.whoFits(rings.of(queue).getFirst(), 2);
        found.check(!first.isEmpty(), field, "nobody has them all before a step of relaxation");
        // In a centre of one there is nothing to be done about it.
        if (first.size() == 1 && policy.agents().size() > 1) {
            found.check(false, field, "only " + first.getFirst().name() + " has them all");
        }
    }

    private void steps(String field, Queue queue) {
        int ring = 0;
        for (int i = 0; i < queue.relaxation().size(); i++) {
            if (queue.relaxation().get(i).toCentre() == null) {
                found.check(
                        rings.admitsMore(queue, ++ring),
                        field + ".relaxation[" + i + "]",
                        "lets nobody more take the work");
            }
        }
    }

    private void hidden(List<Queue> before, Queue queue) {
        before.stream()
                .filter(earlier -> takesAll(
                        earlier.channels().isEmpty(),
                        earlier.channels().containsAll(queue.channels()),
                        queue.channels().isEmpty()))
                .filter(earlier -> takesAll(
                        earlier.topics().isEmpty(),
                        earlier.topics().containsAll(queue.topics()),
                        queue.topics().isEmpty()))
                .findFirst()
                .ifPresent(earlier -> found.check(
                        false, "queues." + queue.name(), "gets nothing, since " + earlier.name() + " comes before it"));
    }

    private static boolean takesAll(boolean everything, boolean theSame, boolean asksEverything) {
        return everything || (theSame && !asksEverything);
    }

    private void agent(Agent agent) {
        boolean serves = policy.queues().stream().anyMatch(queue -> serves(agent, queue));
        found.check(serves, "agents." + agent.name() + ".skills", "serves no queue");
    }

    private boolean serves(Agent agent, Queue queue) {
        List<Map<String, Integer>> last = rings.of(queue).getLast();
        return PolicyRings.fits(agent, last)
                && rings.channels(queue).stream().anyMatch(channel -> agent.capacity() >= rings.weight(channel));
    }
}
