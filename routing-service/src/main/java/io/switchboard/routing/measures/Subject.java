package io.switchboard.routing.measures;

/**
 * Whom an amount is counted for.
 *
 * @param kind whether the name is a queue's or an agent's
 * @param name unique in its kind and centre
 */
public record Subject(Kind kind, String name) {

    /** What measures are about. */
    public enum Kind {
        QUEUE,
        AGENT
    }

    /** Returns a queue as a subject. */
    public static Subject queue(String name) {
        return new Subject(Kind.QUEUE, name);
    }

    /** Returns an agent as a subject. */
    public static Subject agent(String name) {
        return new Subject(Kind.AGENT, name);
    }
}
