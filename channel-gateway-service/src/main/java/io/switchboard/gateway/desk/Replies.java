package io.switchboard.gateway.desk;

import io.switchboard.contracts.reply.ReplyRequested;
import io.switchboard.contracts.routing.WorkItem;
import java.time.Instant;
import java.util.UUID;

/** Addresses answers. */
final class Replies {
    private Replies() {}

    /**
     * Returns the answer to a work item. Where it goes is told by the work alone: a client that could name the channel
     * or the handle could write to anybody.
     */
    static ReplyRequested from(Agent agent, WorkItem work, UUID replyId, String text, Instant at) {
        return new ReplyRequested(
                replyId,
                agent.tenant(),
                agent.centre(),
                work.channel(),
                work.account(),
                work.handle(),
                work.conversationId(),
                work.workItemId(),
                agent.name(),
                work.visibility(),
                text,
                work.latest(),
                work.messageIds(),
                at);
    }
}
