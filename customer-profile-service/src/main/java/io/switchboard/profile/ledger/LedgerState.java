package io.switchboard.profile.ledger;

/** What became of a message: it is in exactly one of these. */
public enum LedgerState {
    /** Nobody has it yet; it has a deadline. */
    WAITING,
    /** An agent holds it, or an answer to it is on its way or came back. */
    ASSIGNED,
    /** A provider took an answer to it. */
    ANSWERED,
    /** Somebody judged that it needs no answer, with a reason. */
    CHAFF,
    /** No service could process it; an alarm was raised. */
    DEAD_LETTERED
}
