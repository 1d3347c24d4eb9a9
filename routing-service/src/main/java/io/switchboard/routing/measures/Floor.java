package io.switchboard.routing.measures;

import java.util.Map;
import java.util.UUID;

/**
 * All that measuring a centre remembers between two events.
 *
 * @param sequence of the last event, 0 before the first
 * @param work what is open
 * @param agents who was seen
 */
public record Floor(long sequence, Map<UUID, OpenWork> work, Map<String, AgentState> agents) {
    /** Nothing has happened. */
    public static final Floor EMPTY = new Floor(0, Map.of(), Map.of());

    public Floor {
        work = Map.copyOf(work);
        agents = Map.copyOf(agents);
    }
}
