package io.switchboard.gateway.desk;

import io.switchboard.contracts.routing.WorkItem;
import java.util.List;

/**
 * Work that an agent holds.
 *
 * @param workItem the work, as routing last described it
 * @param replies the agent's answers so far and what became of them
 */
public record HeldWork(WorkItem workItem, List<ReplyState> replies) {

    public HeldWork {
        replies = List.copyOf(replies);
    }
}
