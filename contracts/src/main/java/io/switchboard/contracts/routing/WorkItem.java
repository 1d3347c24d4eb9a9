package io.switchboard.contracts.routing;

import io.switchboard.contracts.message.Customer;
import io.switchboard.contracts.message.Understanding;
import io.switchboard.contracts.message.Visibility;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A conversation that waits for an agent or is held by one, as seen from outside routing. Carries no message text.
 *
 * @param workItemId UUIDv5 of the conversation and the message that opened it
 * @param conversationId the conversation it is about
 * @param channel the channel's name
 * @param account the organisation's own address on the channel
 * @param handle the customer's address on the channel
 * @param handleName how the customer calls themselves there, or null
 * @param customer the person behind the handle
 * @param visibility of the latest message
 * @param messageIds its messages, oldest first
 * @param latest what an answer answers
 * @param understanding of the most urgent of its messages
 * @param queue the queue it waits in
 * @param priority from 0 (least) to 100
 * @param arrivedAt when its first message was received
 * @param deadline when it should have been accepted by an agent
 */
public record WorkItem(
        UUID workItemId,
        UUID conversationId,
        String channel,
        String account,
        String handle,
        @Nullable String handleName,
        Customer customer,
        Visibility visibility,
        List<UUID> messageIds,
        MessageReference latest,
        Understanding understanding,
        String queue,
        int priority,
        Instant arrivedAt,
        Instant deadline) {

    public WorkItem {
        messageIds = List.copyOf(messageIds);
    }
}
