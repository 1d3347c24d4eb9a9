package io.switchboard.contracts.message;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One thing a person said, in the canonical form every channel translates into.
 *
 * @param messageId UUIDv5 of (channel, account, provider's id): a redelivery is the same message
 * @param tenant the organisation, from the channel account, never from a body
 * @param centre the contact centre of the tenant that owns the account
 * @param channel the channel's name, such as {@code messenger}
 * @param account the organisation's own address on the channel
 * @param handle the person's address on the channel
 * @param handleName how the person calls themselves there, when the channel says
 * @param conversationId computed from the account and the thread, never looked up
 * @param visibility who else can read it
 * @param subject the subject line, where the channel has one
 * @param text plain text; empty when there are only attachments
 * @param attachments what came with it, by reference
 * @param providerMessageId the provider's own id of the message, needed to answer it
 * @param references provider ids of the thread so far, oldest first; empty where the channel has none
 * @param sentAt when the person sent it, by the provider's clock
 * @param receivedAt when the gateway took it
 * @param signedIdentity what the website or app that the person has signed in to states of them; null where none does
 */
public record Message(
        UUID messageId,
        String tenant,
        String centre,
        String channel,
        String account,
        String handle,
        @Nullable String handleName,
        UUID conversationId,
        Visibility visibility,
        @Nullable String subject,
        String text,
        List<Attachment> attachments,
        String providerMessageId,
        List<String> references,
        Instant sentAt,
        Instant receivedAt,
        @Nullable SignedIdentity signedIdentity) {

    public Message {
        attachments = attachments == null ? List.of() : List.copyOf(attachments);
        references = references == null ? List.of() : List.copyOf(references);
    }

    /** A message of somebody of whom no website or app states anything. */
    public Message(
            UUID messageId,
            String tenant,
            String centre,
            String channel,
            String account,
            String handle,
            @Nullable String handleName,
            UUID conversationId,
            Visibility visibility,
            @Nullable String subject,
            String text,
            List<Attachment> attachments,
            String providerMessageId,
            List<String> references,
            Instant sentAt,
            Instant receivedAt) {
        this(
                messageId,
                tenant,
                centre,
                channel,
                account,
                handle,
                handleName,
                conversationId,
                visibility,
                subject,
                text,
                attachments,
                providerMessageId,
                references,
                sentAt,
                receivedAt,
                null);
    }
}
