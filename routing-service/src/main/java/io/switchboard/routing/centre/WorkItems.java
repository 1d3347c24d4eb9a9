package io.switchboard.routing.centre;

import io.switchboard.contracts.message.Message;
import io.switchboard.contracts.message.MessageIdentified;
import io.switchboard.contracts.message.Understanding;
import io.switchboard.contracts.routing.MessageReference;
import io.switchboard.contracts.routing.WorkItem;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** How a work item comes from messages. */
final class WorkItems {
    /** Where work is until a queue is found. */
    private static final String UNSORTED = "unsorted";

    private static final int MOST_IMPORTANT = 100;

    private WorkItems() {}

    /** Returns the work a message opens; its queue is not known yet. */
    static WorkItem opened(MessageIdentified arrived, Instant now) {
        Message message = arrived.message();
        // Of two clocks the earlier one: work from the future would wait behind all that is to come.
        Instant arrival = message.receivedAt().isBefore(now) ? message.receivedAt() : now;
        return new WorkItem(
                Ids.of("work", message.conversationId(), message.messageId()),
                message.conversationId(),
                message.channel(),
                message.account(),
                message.handle(),
                message.handleName(),
                arrived.customer(),
                message.visibility(),
                List.of(message.messageId()),
                reference(message),
                arrived.understanding(),
                UNSORTED,
                Importance.of(arrived),
                arrival,
                arrival);
    }

    /** Returns the work with one message more: as urgent as its most urgent message, in the queue it was in. */
    static WorkItem joined(WorkItem item, MessageIdentified arrived) {
        Message message = arrived.message();
        Understanding before = item.understanding();
        Understanding now = arrived.understanding();
        List<UUID> messageIds = Stream.concat(item.messageIds().stream(), Stream.of(message.messageId()))
                .toList();
        return new WorkItem(
                item.workItemId(),
                item.conversationId(),
                item.channel(),
                item.account(),
                item.handle(),
                message.handleName(),
                arrived.customer(),
                message.visibility(),
                messageIds,
                reference(message),
                now.urgency() > before.urgency() ? now : before,
                item.queue(),
                Math.max(item.priority(), Importance.of(arrived)),
                item.arrivedAt(),
                item.deadline());
    }

    static WorkItem inQueue(WorkItem item, String queue, Instant deadline) {
        return new WorkItem(
                item.workItemId(),
                item.conversationId(),
                item.channel(),
                item.account(),
                item.handle(),
                item.handleName(),
                item.customer(),
                item.visibility(),
                item.messageIds(),
                item.latest(),
                item.understanding(),
                queue,
                item.priority(),
                item.arrivedAt(),
                deadline);
    }

    private static MessageReference reference(Message message) {
        return new MessageReference(
                message.messageId(),
                message.providerMessageId(),
                message.subject(),
                message.references(),
                message.sentAt());
    }

    /** Returns a question about work: nobody's message, about the same conversation. */
    static WorkItem question(WorkItem about, UUID id, Instant now) {
        return new WorkItem(
                id,
                about.conversationId(),
                about.channel(),
                about.account(),
                about.handle(),
                about.handleName(),
                about.customer(),
                about.visibility(),
                List.of(),
                about.latest(),
                about.understanding(),
                about.queue(),
                MOST_IMPORTANT,
                now,
                now);
    }
}
