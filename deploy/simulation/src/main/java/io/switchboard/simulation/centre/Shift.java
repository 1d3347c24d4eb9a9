package io.switchboard.simulation.centre;

import io.switchboard.routing.engine.Presence;

/** An agent comes, goes or pauses, whatever the customers do; {@code at} in milliseconds. */
public record Shift(long at, int agent, Presence presence) {}
