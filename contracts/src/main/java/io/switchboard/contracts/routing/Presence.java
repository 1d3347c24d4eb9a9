package io.switchboard.contracts.routing;

/** Whether an agent can be offered work. Only {@link #AVAILABLE} agents are. */
public enum Presence {
    AVAILABLE,
    BUSY,
    AWAY,
    OFFLINE,
    /** Set by routing when an agent let too many offers expire in a row. */
    NOT_RESPONDING
}
