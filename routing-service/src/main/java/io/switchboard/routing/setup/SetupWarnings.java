package io.switchboard.routing.setup;

import io.switchboard.contracts.routing.RoutingSetup;
import io.switchboard.contracts.routing.RoutingSetup.Queue;
import io.switchboard.routing.engine.PolicyWarnings;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What a setup may say but hardly means. {@link PolicyWarnings} has most of it. */
final class SetupWarnings {
    private SetupWarnings() {}

    /** Returns one sentence for each doubt about a setup without problems, beginning with the field. */
    static List<String> of(RoutingSetup setup) {
        Set<String> warnings = new TreeSet<>(PolicyWarnings.of(Policies.of(setup)));
        for (Queue queue : setup.queues()) {
            if (queue.afterHoursAnswer() != null && queue.hours() == null) {
                warnings.add("queues." + queue.name() + ".afterHoursAnswer: never given without hours");
            }
        }
        for (String channel : Policies.channels(setup)) {
            if (!setup.channelWeights().containsKey(channel)) {
                warnings.add("channelWeights." + channel + ": missing, so it is " + Policies.WEIGHT_OF_UNKNOWN_CHANNEL);
            }
        }
        Set<String> used = new HashSet<>();
        setup.agents().forEach(agent -> used.addAll(agent.skills().keySet()));
        setup.queues().forEach(queue -> used.addAll(queue.skills().keySet()));
        for (String skill : setup.skills()) {
            if (!used.contains(skill)) {
                warnings.add("skills." + skill + ": nobody has it and no queue asks for it");
            }
        }
        return List.copyOf(warnings);
    }
}
