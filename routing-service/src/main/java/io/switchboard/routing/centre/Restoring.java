package io.switchboard.routing.centre;

import io.switchboard.contracts.routing.RoutingSetup;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Builds a centre's state from its memories: first the setup, then the agents in it, then the work they have. */
final class Restoring {
    private final CentreState state;
    private final Journal journal;

    Restoring(CentreState state, Journal journal) {
        this.state = state;
        this.journal = journal;
    }

    void from(Collection<Memory> memories) {
        Map<String, RoutingSetup.Agent> agents = new HashMap<>();
        List<AgentState> agentStates = new ArrayList<>();
        List<OpenWork> work = new ArrayList<>();
        for (Memory memory : memories) {
            switch (memory) {
                case Memory.InForce inForce -> {
                    state.put(inForce.setup());
                    inForce.setup().agents().forEach(agent -> agents.put(agent.name(), agent));
                }
                case Memory.Counters counters -> restore(counters);
                case Memory.Seen seen -> restore(seen);
                case AgentState agentState -> agentStates.add(agentState);
                case OpenWork open -> work.add(open);
            }
        }
        for (AgentState agentState : agentStates) {
            RoutingSetup.Agent agent = agents.get(agentState.agent());
            if (agent != null) {
                state.add(new Desk(agent, agentState));
            }
        }
        work.sort(Comparator.comparingLong(OpenWork::sequence));
        work.forEach(state::put);
        state.takeChanges();
    }

    private void restore(Memory.Counters counters) {
        journal.restore(counters);
        state.finishedMessages.restoreCount(counters.finishedMessages());
        state.commands.restoreCount(counters.commands());
    }

    private void restore(Memory.Seen seen) {
        switch (seen.kind()) {
            case "message" -> state.finishedMessages.restore(seen);
            case "command" -> state.commands.restore(seen);
            default -> throw new IllegalArgumentException("no such kind of id: " + seen.kind());
        }
    }
}
