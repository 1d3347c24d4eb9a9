package io.switchboard.contracts.routing;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a channel needs to know of a message to answer it in its thread.
 *
 * @param messageId our id
 * @param providerMessageId the provider's id
 * @param subject the subject line, where the channel has one
 * @param references provider ids of the thread before this message, oldest first
 * @param sentAt when the customer sent it; some providers limit how long it may be answered
 */
public record MessageReference(
        UUID messageId, String providerMessageId, @Nullable String subject, List<String> references, Instant sentAt) {

    public MessageReference {
        references = references == null ? List.of() : List.copyOf(references);
    }
}
