package io.switchboard.routing.centre;

import io.switchboard.contracts.message.MessageIdentified;
import io.switchboard.contracts.routing.RoutingEvent;
import io.switchboard.contracts.routing.RoutingSetup;
import io.switchboard.contracts.routing.WorkItem;
import io.switchboard.routing.engine.Command;
import io.switchboard.routing.engine.Engine;
import io.switchboard.routing.engine.WorkView;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What a customer's message does: it joins the open work of its conversation, or opens new work. */
final class Arrivals {
    private final Engine engine;
    private final OpenItems items;
    private final Journal journal;

    Arrivals(Engine engine, OpenItems items, Journal journal) {
        this.engine = engine;
        this.items = items;
        this.journal = journal;
    }

    /** Gives {@code then} the engine's command; none when the message is known already. */
    void handle(MessageIdentified arrived, @Nullable RoutingSetup setup, Consumer<Command> then) {
        UUID messageId = arrived.message().messageId();
        long at = journal.now().toEpochMilli();
        boolean emergency = setup != null
                && setup.emergencyTopics().contains(arrived.understanding().topic());
        @Nullable WorkItem open = items.ofConversation(arrived.message().conversationId());
        if (items.knowsMessage(messageId)) {
            return;
        }
        if (open == null) {
            WorkItem item = WorkItems.opened(arrived, journal.now());
            items.put(item);
            then.accept(arrival(item, emergency, at));
        } else {
            join(WorkItems.joined(open, arrived), messageId);
            then.accept(new Command.Update(at, open.workItemId(), Importance.of(arrived), emergency));
        }
    }

    static Command.Arrive arrival(WorkItem item, boolean emergency, long at) {
        return new Command.Arrive(
                at,
                item.workItemId(),
                item.channel(),
                item.understanding().topic(),
                item.understanding().language(),
                item.priority(),
                emergency,
                item.arrivedAt().toEpochMilli(),
                item.customer().lastAgent());
    }

    private void join(WorkItem joined, UUID messageId) {
        items.put(joined);
        @Nullable WorkView work = engine.view(joined.workItemId());
        @Nullable String agent = work == null ? null : work.agent();
        journal.write((id, tenant, centre, sequence, at) ->
                new RoutingEvent.MessageAdded(id, tenant, centre, sequence, at, messageId, agent, joined));
    }
}
