package io.switchboard.contracts.routing;

/** How late work is. */
public enum AlertLevel {
    /** 80 % of the time to the deadline are over. */
    WARNED,
    /** The deadline is over. */
    BREACHED,
    /** The deadline is over for as long as the queue says that somebody must know. */
    ESCALATED
}
