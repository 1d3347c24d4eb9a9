package io.switchboard.simulation.report;

/**
 * Something that must hold.
 *
 * @param what in words
 * @param value as measured, with its interval
 * @param limit as in {@code ≤ 1.8}
 */
public record Gate(String what, String value, String limit, boolean held) {
    static final String MISSED = "**missed**";

    /** Returns a gate on a ceiling. */
    public static Gate atMost(String what, double measured, String value, double limit) {
        return new Gate(what, value, "≤ " + Text.plain(limit), measured <= limit);
    }

    /** Returns a gate on a floor. */
    public static Gate atLeast(String what, double measured, String value, double limit) {
        return new Gate(what, value, "≥ " + Text.plain(limit), measured >= limit);
    }

    String row() {
        return "| " + what + " | " + value + " | " + limit + " | " + (held ? "held" : MISSED) + " |";
    }
}
