package io.switchboard.gateway.sending;

import io.switchboard.contracts.reply.ReplySettled;
import org.jspecify.annotations.Nullable;

/** How a reply ended. */
record Outcome(
        ReplySettled.Outcome kind,
        @Nullable String providerMessageId,
        @Nullable String reason) {

    static Outcome sent(String providerMessageId) {
        return new Outcome(ReplySettled.Outcome.SENT, providerMessageId, null);
    }

    static Outcome failed(String reason) {
        return new Outcome(ReplySettled.Outcome.FAILED, null, reason);
    }

    static Outcome unknown(String reason) {
        return new Outcome(ReplySettled.Outcome.UNKNOWN, null, reason);
    }
}
