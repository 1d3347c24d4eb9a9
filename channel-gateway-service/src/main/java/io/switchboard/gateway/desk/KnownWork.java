package io.switchboard.gateway.desk;

import io.switchboard.contracts.routing.WorkItem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Open work as the desk knows it.
 *
 * @param workItem the work, as routing last described it
 * @param agent who holds it, or null while it waits or is offered
 * @param replies answers so far and what became of them
 */
public record KnownWork(WorkItem workItem, @Nullable String agent, List<ReplyState> replies) {

    public KnownWork {
        replies = List.copyOf(replies);
    }

    /** Returns whether {@code name} holds it. */
    public boolean isHeldBy(String name) {
        return name.equals(agent);
    }
}
