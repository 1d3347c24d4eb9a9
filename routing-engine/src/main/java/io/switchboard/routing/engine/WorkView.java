package io.switchboard.routing.engine;

import org.jspecify.annotations.Nullable;

/**
 * How a work item stands.
 *
 * @param place where it is
 * @param agent who it is offered to or held by, or null
 * @param queue where it waits or waited
 * @param ring how far its requirement is relaxed; -1: it waits for one agent alone
 * @param deadline when it should be taken, in milliseconds since 1970
 * @param position 1 for the next of its queue; 0 when it does not wait
 */
public record WorkView(Place place, @Nullable String agent, String queue, int ring, long deadline, int position) {}
