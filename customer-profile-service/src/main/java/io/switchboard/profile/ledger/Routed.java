package io.switchboard.profile.ledger;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where routing has a message.
 *
 * @param sequence position of the routing event in its centre; the greatest one known is the truth
 * @param stage what routing did with the work
 * @param at when
 * @param workItemId the work the message belongs to
 * @param agent who holds or completed it; null while it waits, and when it was closed before anybody took it
 * @param deadline when it should be accepted; null once it is completed
 * @param disposition the agent's word at completion, or why it was closed, or null
 */
public record Routed(
        long sequence,
        Stage stage,
        Instant at,
        UUID workItemId,
        @Nullable String agent,
        @Nullable Instant deadline,
        @Nullable String disposition) {

    /** What routing did with the work. */
    public enum Stage {
        WAITING,
        ASSIGNED,
        COMPLETED
    }
}
