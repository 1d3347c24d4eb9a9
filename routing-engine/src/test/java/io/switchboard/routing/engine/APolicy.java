package io.switchboard.routing.engine;

import io.switchboard.routing.engine.Policy.Agent;
import io.switchboard.routing.engine.Policy.Channel;
import io.switchboard.routing.engine.Policy.Queue;
import io.switchboard.routing.engine.Policy.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A sound policy, and ways to spoil it. Times in seconds. */
final class APolicy {
    String version = "1";
    Map<String, Channel> channels = Map.of("email", channel(1), "webchat", channel(2), "voice", channel(6));
    List<Queue> queues = new ArrayList<>();
    List<Agent> agents = List.of(
            new Agent("anna", 6, Map.of("billing", 4, "delivery", 2, "language:de", 5)),
            new Agent("ben", 6, Map.of("billing", 3, "delivery", 3)),
            new Agent("clara", 6, Map.of("technical", 3)),
            new Agent("diego", 6, Map.of("technical", 1)));
    List<Rule> choosing = List.of(Rule.values());
    long offerTimeout = 30;
    int expiries = 3;
    long pause = 60;
    long absence = 600;
    long perPriority = 6;
    long headStart = 3600;
    int cap = 20;

    /** Returns a policy with these queues before one that takes everything. */
    static APolicy with(AQueue... queues) {
        var policy = new APolicy();
        for (AQueue queue : queues) {
            policy.queues.add(queue.build());
        }
        policy.queues.add(new AQueue("general").build());
        return policy;
    }

    static Channel channel(int weight, String... interrupts) {
        return new Channel(weight, 0, Set.of(interrupts));
    }

    Policy build() {
        return new Policy(
                version,
                channels,
                queues,
                agents,
                choosing,
                offerTimeout * 1000,
                expiries,
                pause * 1000,
                absence * 1000,
                perPriority * 1000,
                headStart * 1000,
                cap);
    }

    List<String> problems() {
        return PolicyProblems.of(build());
    }

    List<String> warnings() {
        assertSound();
        return PolicyWarnings.of(build());
    }

    private void assertSound() {
        org.assertj.core.api.Assertions.assertThat(problems()).isEmpty();
    }

    static Step drop(long after, String... skills) {
        return new Step(after * 1000, Set.of(skills), Map.of(), List.of(), null);
    }

    static Step lower(long after, String skill, int level) {
        return new Step(after * 1000, Set.of(), Map.of(skill, level), List.of(), null);
    }

    static Step widen(long after, String... queues) {
        return new Step(after * 1000, Set.of(), Map.of(), List.of(queues), null);
    }

    static Step leave(long after, String centre) {
        return new Step(after * 1000, Set.of(), Map.of(), List.of(), centre);
    }
}
