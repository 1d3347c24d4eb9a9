package io.switchboard.contracts.reply;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What became of an answer. Topic {@code replies.settled}, key: conversation.
 *
 * @param reply the answer as it was requested
 * @param outcome whether the provider took it
 * @param providerMessageId the provider's id; never null when {@code SENT}
 * @param reason why it failed or is unknown, a short sentence for the agent; null when {@code SENT}
 * @param settledAt when this was known
 */
public record ReplySettled(
        ReplyRequested reply,
        Outcome outcome,
        @Nullable String providerMessageId,
        @Nullable String reason,
        Instant settledAt) {

    /** Whether the customer got it. */
    public enum Outcome {
        /** The provider took it and gave it an id. */
        SENT,
        /** The provider refused it or could not be reached: the customer did not get it. */
        FAILED,
        /** It was handed to the provider, and nobody knows whether it was taken: the agent decides. */
        UNKNOWN
    }
}
