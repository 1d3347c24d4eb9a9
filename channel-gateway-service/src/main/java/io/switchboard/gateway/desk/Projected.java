package io.switchboard.gateway.desk;

import org.jspecify.annotations.Nullable;

/**
 * Which parts of the desks are now as an event says.
 *
 * @param work false when a newer event about the work was there already
 * @param offer the same for the offer
 * @param presence the same for the agent's presence
 * @param holder who holds the work, or null
 */
record Projected(
        boolean work,
        boolean offer,
        boolean presence,
        @Nullable String holder) {
    static final Projected NOTHING = new Projected(false, false, false, null);

    static Projected of(int parts, String holder) {
        return new Projected((parts & 1) != 0, (parts & 2) != 0, (parts & 4) != 0, holder.isEmpty() ? null : holder);
    }
}
