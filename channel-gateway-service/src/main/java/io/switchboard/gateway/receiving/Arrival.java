package io.switchboard.gateway.receiving;

import io.switchboard.contracts.message.SignedIdentity;
import io.switchboard.contracts.message.Visibility;
import io.switchboard.gateway.attachment.Enclosure;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a channel says of one message; the account it came to adds whose it is.
 *
 * @param channel the channel's name
 * @param handle the person's address on the channel
 * @param handleName how the person calls themselves there, or null
 * @param signedIdentity who the person has signed in as, which the channel has verified; or null
 * @param thread what the provider's messages of one conversation share
 * @param conversation the conversation it continues, when the channel has proof of it; else null: the thread tells
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
        @Nullable SignedIdentity signedIdentity,
        String thread,
        @Nullable UUID conversation,
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

    /** What a channel says of a message of somebody who signs in nowhere. */
    public Arrival(
            String channel,
            String handle,
            @Nullable String handleName,
            String thread,
            @Nullable UUID conversation,
            Visibility visibility,
            @Nullable String subject,
            String text,
            List<Enclosure> enclosures,
            String providerMessageId,
            List<String> references,
            Instant sentAt) {
        this(
                channel,
                handle,
                handleName,
                null,
                thread,
                conversation,
                visibility,
                subject,
                text,
                enclosures,
                providerMessageId,
                references,
                sentAt);
    }

    /** What a channel says of a message whose conversation is told by its thread. */
    public Arrival(
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
        this(
                channel,
                handle,
                handleName,
                thread,
                null,
                visibility,
                subject,
                text,
                enclosures,
                providerMessageId,
                references,
                sentAt);
    }
}
