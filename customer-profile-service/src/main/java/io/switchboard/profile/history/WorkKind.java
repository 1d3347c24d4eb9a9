package io.switchboard.profile.history;

/** What happened to a customer's work. */
public enum WorkKind {
    QUEUED,
    OFFERED,
    ACCEPTED,
    DECLINED,
    /** The agent did not answer the offer in time. */
    EXPIRED,
    WITHDRAWN,
    /** An agent holds it without an offer. */
    ASSIGNED,
    RELEASED,
    TRANSFERRED,
    DEFERRED,
    /** Handed to another centre. */
    OVERFLOWED,
    COMPLETED,
    CANCELLED
}
