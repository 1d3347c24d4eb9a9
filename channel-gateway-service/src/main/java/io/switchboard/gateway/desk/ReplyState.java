package io.switchboard.gateway.desk;

import io.switchboard.contracts.reply.ReplySettled;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How far an answer got.
 *
 * @param replyId the answer
 * @param outcome what is known of it
 * @param reason why it failed or is unknown, a sentence for the agent
 * @param at since when this is known
 */
public record ReplyState(
        UUID replyId, Outcome outcome, @Nullable String reason, Instant at) {

    /** What is known of an answer. */
    public enum Outcome {
        /** On its way to the provider. */
        PENDING,
        SENT,
        FAILED,
        /** Handed to the provider, and nobody knows whether it was taken. */
        UNKNOWN
    }

    /** Returns the state that a settled answer is in. */
    public static ReplyState of(ReplySettled settled) {
        Outcome outcome = switch (settled.outcome()) {
            case SENT -> Outcome.SENT;
            case FAILED -> Outcome.FAILED;
            case UNKNOWN -> Outcome.UNKNOWN;
        };
        return new ReplyState(settled.reply().replyId(), outcome, settled.reason(), settled.settledAt());
    }

    /** Returns the state of an answer that Kafka just took. */
    public static ReplyState pending(UUID replyId, Instant at) {
        return new ReplyState(replyId, Outcome.PENDING, null, at);
    }
}
