package io.switchboard.routing.board;

import io.switchboard.contracts.routing.Presence;
import io.switchboard.routing.measures.AgentFigures;
import io.switchboard.routing.measures.WorkFigures;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a centre looks like now.
 *
 * @param queues where something is open or was counted today, by name
 * @param agents who has been seen, by name
 * @param at when it was looked up
 * @param last30Minutes the whole centre in the running minute and the 29 before it
 * @param today the whole centre since the day began
 * @param agentsByPresence how many agents have each presence that somebody has
 * @param zone in which the day began
 */
public record Board(
        List<QueueLine> queues,
        List<AgentLine> agents,
        Instant at,
        CentreFigures last30Minutes,
        CentreFigures today,
        Map<Presence, Integer> agentsByPresence,
        String zone) {

    /**
     * A queue.
     *
     * @param queue its name
     * @param waiting work items that wait for an agent
     * @param oldestWaitSeconds how long the one that came first waits, from its arrival, from opening when it came to a
     *     closed queue, or from the time agreed on when it was postponed; 0 when none waits
     * @param offered work items before an agent
     * @param held work items with an agent
     * @param deferred work items that do not wait before a time
     * @param wrappingUp completed work items that still take their agents' capacity
     * @param warned untaken work items near their deadline
     * @param breached untaken work items beyond it
     * @param escalated untaken work items far beyond it
     */
    public record QueueLine(
            String queue,
            int waiting,
            long oldestWaitSeconds,
            int offered,
            int held,
            int deferred,
            int wrappingUp,
            int warned,
            int breached,
            int escalated,
            WorkFigures last30Minutes,
            WorkFigures today) {}

    /**
     * An agent.
     *
     * @param agent the user name
     * @param presence whether they can be offered work
     * @param held work items they hold
     * @param offered work items put before them
     * @param since since when they have this presence
     * @param wrappingUp work items they completed that still take their capacity
     */
    public record AgentLine(
            String agent,
            @Nullable Presence presence,
            int held,
            int offered,
            Instant since,
            int wrappingUp,
            AgentFigures today) {}

    /** All queues and all agents of the centre together. */
    public record CentreFigures(WorkFigures work, AgentFigures agents) {}
}
