package io.switchboard.contracts.message;

/** What kind of message it is. Only {@link #CHAFF} needs no answer. */
public enum Relevance {
    REQUEST,
    COMPLAINT,
    QUESTION,
    PRAISE,
    CHAFF
}
