package io.switchboard.contracts.reply;

import io.switchboard.contracts.message.Visibility;
import io.switchboard.contracts.routing.MessageReference;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * An agent's answer that a channel must deliver. Topic {@code replies.requested}, key: conversation.
 *
 * @param replyId chosen by the caller: the same id twice is the same answer
 * @param tenant the organisation
 * @param centre the contact centre
 * @param channel the channel's name
 * @param account the organisation's address it goes out from
 * @param handle the customer's address it goes to
 * @param conversationId the conversation
 * @param workItemId the work the agent holds
 * @param agent who answers
 * @param visibility whether it may be read by others than the customer
 * @param text plain text
 * @param inReplyTo the message it answers
 * @param answers every message of the work item that the agent had before them
 * @param requestedAt when the agent sent it
 */
public record ReplyRequested(
        UUID replyId,
        String tenant,
        String centre,
        String channel,
        String account,
        String handle,
        UUID conversationId,
        UUID workItemId,
        String agent,
        Visibility visibility,
        String text,
        MessageReference inReplyTo,
        List<UUID> answers,
        Instant requestedAt) {

    public ReplyRequested {
        answers = List.copyOf(answers);
    }
}
