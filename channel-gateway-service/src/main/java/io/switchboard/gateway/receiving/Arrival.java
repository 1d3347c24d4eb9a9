package io.switchboard.gateway.receiving;

import io.switchboard.contracts.message.Visibility;
import io.switchboard.gateway.attachment.Enclosure;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a channel says of one message; the account it came to adds whose it is.
 *
 * @param channel the channel's name
 * @param handle the person's address on the channel
 * @param handleName how the person calls themselves there, or null
 * @param thread what the provider's messages of one conversation share
 * @param visibility who else can read it
 * @param subject the subject line, or null
 * @param text plain text; empty when there are only files
 * @param enclosures files
 * @param providerMessageId the provider's id, the same in every redelivery
 * @param references provider ids of the thread before it, oldest first
 * @param sentAt by the provider's clock
 */
public record Arrival(
        String channel,
        String handle,
        @Nullable String handleName,
        String thread,
        Visibility visibility,
        @Nullable String subject,
        String text,
        List<Enclosure> enclosures,
        String providerMessageId,
        List<String> references,
        Instant sentAt) {

    public Arrival {
        enclosures = List.copyOf(enclosures);
        references = List.copyOf(references);
    }
}
