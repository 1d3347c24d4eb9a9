package io.switchboard.routing.centre;

import io.switchboard.contracts.routing.Presence;
import io.switchboard.contracts.routing.RoutingEvent;
import io.switchboard.contracts.routing.RoutingSetup;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a new setup does. Offers that stand and work that is held stay where they are, unless the agent is gone. */
final class SettingUp {
    private final CentreState state;
    private final Journal journal;
    private final Moves moves;

    SettingUp(CentreState state, Journal journal, Moves moves) {
        this.state = state;
        this.journal = journal;
        this.moves = moves;
    }

    void handle(RoutingSetup setup) {
        @Nullable RoutingSetup before = state.setup();
        if (before != null && before.version().equals(setup.version())) {
            return;
        }
        state.put(setup);
        journal.write((id, tenant, centre, sequence, at) ->
                new RoutingEvent.SetupApplied(id, tenant, centre, sequence, at, setup.version()));
        addAgents(setup);
        removeAgents(setup);
        weighAndSortAnew(setup);
        state.stirredDesks.addAll(state.desks());
    }

    private void addAgents(RoutingSetup setup) {
        for (RoutingSetup.Agent agent : setup.agents()) {
            if (state.desk(agent.name()) == null) {
                state.add(new Desk(agent, AgentState.offline(agent.name(), journal.now())));
            }
        }
    }

    private void removeAgents(RoutingSetup setup) {
        Set<String> named =
                setup.agents().stream().map(RoutingSetup.Agent::name).collect(Collectors.toSet());
        for (Desk desk : List.copyOf(state.desks())) {
            if (!named.contains(desk.name())) {
                remove(desk);
            }
        }
    }

    private void remove(Desk desk) {
        moves.withdrawAll(desk, "agent-removed");
        moves.releaseAll(desk, "agent-removed");
        if (desk.state.presence() != Presence.OFFLINE) {
            moves.changePresence(desk, Presence.OFFLINE, "agent-removed");
        }
        state.remove(desk);
    }

    private void weighAndSortAnew(RoutingSetup setup) {
        for (OpenWork work : state.allWork()) {
            if (work.waits()) {
                moves.waitAgain(work);
            } else {
                state.put(work.weighing(Sorting.weight(work.item().channel(), setup)));
            }
        }
    }
}
