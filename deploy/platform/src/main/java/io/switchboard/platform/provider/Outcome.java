package io.switchboard.platform.provider;

/** What the provider makes of a request. */
sealed interface Outcome {
    /**
     * Accepted.
     *
     * @param sent what will reach the recipient
     */
    record Accepted(Sent sent) implements Outcome {}

    /**
     * Refused.
     *
     * @param error why
     */
    record Refused(GraphError error) implements Outcome {}
}
