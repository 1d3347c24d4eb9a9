package io.switchboard.routing.engine;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What a new policy does: what waits is sorted anew, what is offered or held stays, unless the agent is gone. */
final class SettingUp {
    private final State state;
    private final Moves moves;
    private final AgentCommands agents;

    SettingUp(State state, Moves moves, AgentCommands agents) {
        this.state = state;
        this.moves = moves;
        this.agents = agents;
    }

    void apply(Policy policy) {
        if (policy.version().equals(state.policy().version())) {
            return;
        }
        state.tell(new Event.Applied(state.next(), state.now, policy.version()));
        long applied = state.sequence;
        Map<String, Policy.Agent> named =
                policy.agents().stream().collect(Collectors.toMap(Policy.Agent::name, Function.identity()));
        List<Desk> removed = state.desks().stream()
                .filter(desk -> !named.containsKey(desk.name()))
                .toList();
        removed.forEach(this::remove);
        // Not before all have lost their work: what waits for one of them may end with what another one held.
        removed.forEach(state::remove);
        named.values().stream()
                .filter(agent -> state.desk(agent.name()) == null)
                .forEach(agent -> state.add(newcomer(agent, applied)));
        state.desks().forEach(desk -> desk.agent = named.getOrDefault(desk.name(), desk.agent));
        sortAnew(policy);
    }

    private void remove(Desk desk) {
        if (desk.presence != Presence.OFFLINE) {
            desk.presence = Presence.OFFLINE;
            state.tell(
                    new Event.PresenceChanged(state.next(), state.now, desk.name(), Presence.OFFLINE, "agent-removed"));
            state.placed(desk);
        }
        moves.withdrawAll(desk, "agent-removed");
        moves.releaseAll(desk, "agent-removed");
        desk.workInOrder().forEach(agents::endWrapUp);
        state.works().forEach(work -> work.include(desk.name()));
    }

    private Desk newcomer(Policy.Agent agent, long applied) {
        var desk = new Desk(agent);
        desk.since = state.now;
        desk.freeSince = applied;
        return desk;
    }

    private void sortAnew(Policy policy) {
        state.layOut(policy);
        state.worksByNumber().stream().filter(Work::waits).forEach(moves::tellIfElsewhere);
    }
}
