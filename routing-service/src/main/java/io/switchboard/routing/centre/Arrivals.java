package io.switchboard.routing.centre;

import io.switchboard.contracts.message.MessageIdentified;
import io.switchboard.contracts.routing.RoutingEvent;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a customer's message does: it joins the open work of its conversation, or opens new work. */
final class Arrivals {
    private final CentreState state;
    private final Journal journal;
    private final Moves moves;

    Arrivals(CentreState state, Journal journal, Moves moves) {
        this.state = state;
        this.journal = journal;
        this.moves = moves;
    }

    void handle(MessageIdentified arrived) {
        UUID messageId = arrived.message().messageId();
        if (state.knowsMessage(messageId)) {
            return;
        }
        @Nullable OpenWork open = state.workOfConversation(arrived.message().conversationId());
        if (open == null) {
            moves.queue(OpenWork.arrived(WorkItems.opened(arrived, journal.now()), journal.next()));
        } else {
            join(open.describedAs(WorkItems.joined(open.item(), arrived)), messageId);
        }
    }

    private void join(OpenWork joined, UUID messageId) {
        state.put(joined);
        journal.write((id, tenant, centre, sequence, at) -> new RoutingEvent.MessageAdded(
                id, tenant, centre, sequence, at, messageId, joined.placement().agent(), joined.item()));
    }
}
