package io.switchboard.routing.measures;

/** Where open work is. */
public enum Place {
    /** Not before a time. */
    DEFERRED,
    WAITING,
    /** Before an agent. */
    OFFERED,
    /** With an agent. */
    HELD,
    /** Completed; takes the agent's capacity for a while. */
    WRAPPING_UP
}
