package io.switchboard.routing.engine;

/** Who is preferred among agents who could all take the work. A policy names its rules in order. */
public enum Rule {
    /** The customer's last agent before others. */
    LAST_AGENT("last-agent"),
    /** The highest sum of levels in the skills asked for. */
    PROFICIENCY("proficiency"),
    /** The lowest load, as a share of the capacity. */
    LOAD("load"),
    /** Who is free for longest. */
    IDLE("idle");

    private final String label;

    Rule(String label) {
        this.label = label;
    }

    /** Returns the name that policies use. */
    public String label() {
        return label;
    }
}
