package io.switchboard.routing.centre;

import io.switchboard.contracts.routing.Presence;
import io.switchboard.contracts.routing.RoutingSetup.Agent;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/** An agent of the setup in force, with what they have in hand. Changed by {@link CentreState} alone. */
final class Desk {
    Agent agent;
    AgentState state;
    /** The weights of what they hold and are offered. */
    int load;

    final Set<UUID> work = new HashSet<>();

    Desk(Agent agent, AgentState state) {
        this.agent = agent;
        this.state = state;
    }

    String name() {
        return agent.name();
    }

    /** Whether they could be offered something of this weight now. */
    boolean hasRoomFor(int weight) {
        return state.presence() == Presence.AVAILABLE && load + weight <= agent.capacity();
    }
}
