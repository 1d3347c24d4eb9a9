package io.switchboard.routing.centre;

import io.switchboard.contracts.routing.WorkItem;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The descriptions of unfinished work, by all that it is asked by; and what was handled before. */
final class OpenItems {
    private final Map<UUID, WorkItem> items = new HashMap<>();
    private final Map<UUID, UUID> itemByConversation = new HashMap<>();
    private final Map<UUID, UUID> itemByMessage = new HashMap<>();
    private final Map<String, @Nullable Memory> changes = new LinkedHashMap<>();

    final RecentIds finishedMessages = new RecentIds("message", 10_000);
    final RecentIds commands = new RecentIds("command", 1_000);

    @Nullable
    WorkItem find(UUID workItemId) {
        return items.get(workItemId);
    }

    WorkItem get(UUID workItemId) {
        @Nullable WorkItem item = items.get(workItemId);
        if (item == null) {
            throw new IllegalStateException("no description of " + workItemId);
        }
        return item;
    }

    @Nullable
    WorkItem ofConversation(UUID conversationId) {
        @Nullable UUID id = itemByConversation.get(conversationId);
        return id == null ? null : items.get(id);
    }

    boolean knowsMessage(UUID messageId) {
        return itemByMessage.containsKey(messageId) || finishedMessages.contains(messageId);
    }

    /** Work is described so from now on. */
    void put(WorkItem item) {
        restore(item);
        note(new Memory.Described(item));
    }

    void restore(WorkItem item) {
        items.put(item.workItemId(), item);
        // A question an agent asked has no messages: it is not the work of its conversation.
        if (!item.messageIds().isEmpty()) {
            itemByConversation.put(item.conversationId(), item.workItemId());
        }
        item.messageIds().forEach(messageId -> itemByMessage.put(messageId, item.workItemId()));
    }

    /** Work is over: its messages must not open it again. */
    WorkItem remove(UUID workItemId) {
        WorkItem item = get(workItemId);
        items.remove(workItemId);
        itemByConversation.remove(item.conversationId(), workItemId);
        changes.put(new Memory.Described(item).name(), null);
        item.messageIds().forEach(messageId -> {
            itemByMessage.remove(messageId);
            note(finishedMessages.add(messageId));
        });
        return item;
    }

    void note(Memory memory) {
        changes.put(memory.name(), memory);
    }

    Map<String, @Nullable Memory> takeChanges() {
        Map<String, @Nullable Memory> taken = new LinkedHashMap<>(changes);
        changes.clear();
        return taken;
    }
}
