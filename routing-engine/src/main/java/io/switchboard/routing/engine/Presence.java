package io.switchboard.routing.engine;

/** Whether an agent can be offered work. Only who is {@link #AVAILABLE} can. */
public enum Presence {
    AVAILABLE,
    BUSY,
    AWAY,
    OFFLINE,
    /** Set by the engine when an agent missed too many offers in a row. */
    NOT_RESPONDING;

    /** Returns whether nobody is at the desk. */
    public boolean isGone() {
        return this == OFFLINE || this == NOT_RESPONDING;
    }
}
