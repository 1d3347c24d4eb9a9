package io.switchboard.routing.board;

import io.switchboard.contracts.routing.Presence;
import java.time.Instant;
import java.util.List;

/**
 * What a centre looks like now.
 *
 * @param queues where something waits, is offered or is held, by name
 * @param agents who has been seen, by name
 * @param at when it was looked up
 */
public record Board(List<QueueLine> queues, List<AgentLine> agents, Instant at) {

    /**
     * A queue.
     *
     * @param queue its name
     * @param waiting work items that wait for an agent
     * @param oldestWaitSeconds how long the one that came first waits; 0 when none waits
     * @param offered work items before an agent
     * @param held work items with an agent
     */
    public record QueueLine(String queue, int waiting, long oldestWaitSeconds, int offered, int held) {}

    /**
     * An agent.
     *
     * @param agent the user name
     * @param presence whether they can be offered work
     * @param held work items they hold
     * @param offered work items put before them
     */
    public record AgentLine(String agent, Presence presence, int held, int offered) {}
}
