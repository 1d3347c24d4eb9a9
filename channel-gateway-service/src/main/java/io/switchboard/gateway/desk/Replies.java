package io.switchboard.gateway.desk;

import io.switchboard.contracts.reply.ReplyRequested;
import io.switchboard.contracts.routing.WorkItem;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Addresses answers. */
final class Replies {
    private Replies() {}

    /**
     * Returns the answer to a work item. Where it goes is told by the work alone: a client that could name the channel
     * or the handle could write to anybody.
     *
     * @param lastSeen the latest message the agent has seen; later ones are not answered by it. Null, or a message of other
     *     work: all that came until now
     */
    static ReplyRequested from(
            Agent agent, WorkItem work, UUID replyId, @Nullable UUID lastSeen, String text, Instant at) {
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
                seen(work.messageIds(), lastSeen),
                at);
    }

    private static List<UUID> seen(List<UUID> messages, @Nullable UUID lastSeen) {
        int last = lastSeen == null ? -1 : messages.indexOf(lastSeen);
        return last < 0 ? messages : messages.subList(0, last + 1);
    }
}
