package io.switchboard.routing.engine;

import io.switchboard.routing.engine.ReferenceWork.State;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Another policy comes into force. */
final class ReferencePolicyChange {
    private static final String REMOVED = "agent-removed";

    private final ReferenceState state;
    private final ReferenceMoves moves;
    private final ReferenceQueueing queueing;

    ReferencePolicyChange(ReferenceState state, ReferenceMoves moves) {
        this.state = state;
        this.moves = moves;
        queueing = new ReferenceQueueing(state);
    }

    @Nullable
    String apply(Policy policy) {
        if (policy.version().equals(state.policy.version())) {
            return null;
        }
        state.policy = policy;
        long applied = state.say((sequence, at) -> new Event.Applied(sequence, at, policy.version()));
        Set<String> names = policy.agents().stream().map(Policy.Agent::name).collect(Collectors.toSet());
        List.copyOf(state.agents.values()).stream()
                .filter(agent -> !names.contains(agent.name()))
                .forEach(this::remove);
        for (Policy.Agent agent : policy.agents()) {
            state.agents.computeIfAbsent(agent.name(), name -> new ReferenceAgent(agent, state.now, applied)).profile =
                    agent;
        }
        List<ReferenceWork> moved = state.work.stream()
                .filter(this::sortedElsewhere)
                .filter(work -> work.state == State.WAITING)
                .toList();
        moved.forEach(queueing::sayQueued);
        return null;
    }

    private void remove(ReferenceAgent agent) {
        String name = agent.name();
        agent.presence = agent.presence == Presence.OFFLINE ? agent.presence : sayRemoved(name);
        state.of(name, State.OFFERED).forEach(work -> moves.withdraw(work, REMOVED));
        state.of(name, State.HELD).forEach(work -> moves.release(work, REMOVED));
        state.of(name, State.WRAPPING_UP).forEach(moves::endWrapUp);
        state.work.forEach(work -> work.excluded.remove(name));
        state.agents.remove(name);
    }

    private Presence sayRemoved(String agent) {
        state.say((sequence, at) -> new Event.PresenceChanged(sequence, at, agent, Presence.OFFLINE, REMOVED));
        return Presence.OFFLINE;
    }

    private boolean sortedElsewhere(ReferenceWork work) {
        String before = work.queue;
        queueing.sort(work);
        work.ring = Math.min(work.ring, ReferenceRequirement.lastRing(state.queue(work.queue)));
        return !work.queue.equals(before);
    }
}
