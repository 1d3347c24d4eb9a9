package io.switchboard.profile.history;

import io.switchboard.contracts.reply.ReplySettled.Outcome;

/** What became of an agent's answer. */
public enum ReplyState {
    /** On its way to the provider. */
    REQUESTED,
    /** The provider took it and gave it an id. */
    SENT,
    /** The customer did not get it. */
    FAILED,
    /** Nobody knows whether the customer got it. */
    UNKNOWN;

    static ReplyState of(Outcome outcome) {
        return switch (outcome) {
            case SENT -> SENT;
            case FAILED -> FAILED;
            case UNKNOWN -> UNKNOWN;
        };
    }
}
