package io.switchboard.routing.centre;

import io.switchboard.contracts.routing.Presence;
import java.time.Instant;

/**
 * What a centre knows of an agent beyond the setup.
 *
 * @param agent the user name
 * @param presence whether they can be offered work
 * @param since when that presence began
 * @param idleSince when they last got work, were rid of some, or came back
 * @param expiriesInARow offers they let expire since they last answered one
 */
public record AgentState(String agent, Presence presence, Instant since, Instant idleSince, int expiriesInARow)
        implements Memory {

    static AgentState offline(String agent, Instant now) {
        return new AgentState(agent, Presence.OFFLINE, now, now, 0);
    }

    @Override
    public String name() {
        return "agent/" + agent;
    }

    /** Whether nobody is at the desk, by their own word or because they do not answer. */
    boolean isGone() {
        return presence == Presence.OFFLINE || presence == Presence.NOT_RESPONDING;
    }

    AgentState with(Presence newPresence, Instant now) {
        return new AgentState(agent, newPresence, now, now, 0);
    }

    AgentState busyAt(Instant now) {
        return new AgentState(agent, presence, since, now, expiriesInARow);
    }

    AgentState answeredAt(Instant now) {
        return new AgentState(agent, presence, since, now, 0);
    }

    AgentState expiredAt(Instant now) {
        return new AgentState(agent, presence, since, now, expiriesInARow + 1);
    }
}
