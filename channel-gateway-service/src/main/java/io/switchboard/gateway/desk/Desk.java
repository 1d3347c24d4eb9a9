package io.switchboard.gateway.desk;

import io.switchboard.contracts.routing.Presence;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything an agent has before them.
 *
 * @param agent the user name
 * @param presence whether they can be offered work; {@code OFFLINE} when routing never said
 * @param presenceReason why, when somebody said
 * @param offers open offers, the one that ends first in front
 * @param work held work, the oldest in front
 */
public record Desk(
        String agent, Presence presence, @Nullable String presenceReason, List<Offer> offers, List<HeldWork> work) {

    public Desk {
        offers = List.copyOf(offers);
        work = List.copyOf(work);
    }
}
