package io.switchboard.profile.history;

import io.switchboard.contracts.message.Attachment;
import io.switchboard.contracts.message.Understanding;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One thing that was said, by a customer or to them.
 *
 * @param messageId the message, or the reply
 * @param conversationId the conversation it belongs to
 * @param direction who speaks
 * @param channel the channel's name
 * @param handle the customer's address there
 * @param handleName how the customer calls themselves there, or null
 * @param signedIn whether a website's server said who this is
 * @param agent who answered; null for what a customer said
 * @param subject the subject line, or null
 * @param text plain text
 * @param attachments what came with it
 * @param understanding what it was understood to mean; null for replies and until it is known
 * @param at when the gateway took it, or when the agent sent it
 * @param replyState what became of a reply; null for what a customer said
 * @param replyReason why a reply failed or is unknown
 */
public record Said(
        UUID messageId,
        UUID conversationId,
        Direction direction,
        String channel,
        String handle,
        @Nullable String handleName,
        boolean signedIn,
        @Nullable String agent,
        @Nullable String subject,
        String text,
        List<Attachment> attachments,
        @Nullable Understanding understanding,
        Instant at,
        @Nullable ReplyState replyState,
        @Nullable String replyReason) {

    public Said {
        attachments = List.copyOf(attachments);
    }
}
