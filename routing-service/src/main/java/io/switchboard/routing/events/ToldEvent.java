package io.switchboard.routing.events;

import io.switchboard.contracts.routing.RoutingEvent;

/**
 * An event as it came.
 *
 * @param json its text
 * @param partition of {@code routing.events}, which holds all events of its centre
 */
public record ToldEvent(RoutingEvent event, String json, int partition) {}
