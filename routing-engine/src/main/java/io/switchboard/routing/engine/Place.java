package io.switchboard.routing.engine;

/** Where unfinished work is. */
public enum Place {
    /** In its queue. */
    WAITING,
    /** Not in its queue before a time. */
    DEFERRED,
    /** Before one agent. */
    OFFERED,
    /** With an agent. */
    HELD,
    /** Completed; the agent's capacity is still taken. */
    WRAPPING_UP
}
