package io.switchboard.profile.ledger;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An answer that was asked for and of which it is not known that the customer got it.
 *
 * @param replyId the answer
 * @param agent who answered
 * @param requestedAt when
 * @param settledAt when it failed or became unknown; null while it is on its way
 * @param reason why, or null while it is on its way
 */
public record ReplyUnderWay(
        UUID replyId,
        String agent,
        Instant requestedAt,
        @Nullable Instant settledAt,
        @Nullable String reason) {

    /** Returns whether an agent who was done at {@code completedAt} could not know how this ended. */
    boolean isOpenAt(Instant completedAt) {
        return settledAt == null || settledAt.isAfter(completedAt);
    }

    String describe() {
        return settledAt == null ? "reply " + replyId + " is on its way" : "reply " + replyId + ": " + reason;
    }
}
