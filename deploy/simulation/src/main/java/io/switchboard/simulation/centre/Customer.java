package io.switchboard.simulation.centre;

import org.jspecify.annotations.Nullable;

/**
 * Somebody who wants something, and all that no policy can change about them. Times are in milliseconds.
 *
 * @param number from 0, in the order of arrival
 * @param at when they come
 * @param channel by which they come
 * @param topic what it is about
 * @param language as in {@code de}
 * @param priority 0 to 100
 * @param emergency whether they say so
 * @param lastAgent who served them last, or null
 * @param patience how long they wait before they leave; {@link #ENDLESS}: for ever
 * @param handling how long an agent needs for them
 * @param target how soon they should be taken; fixed with the customer, so that policies are measured alike
 * @param weight how much being late with them matters
 */
public record Customer(
        int number,
        long at,
        String channel,
        String topic,
        String language,
        int priority,
        boolean emergency,
        @Nullable String lastAgent,
        long patience,
        long handling,
        long target,
        double weight) {
    /** The patience of who never leaves. */
    public static final long ENDLESS = Long.MAX_VALUE;
}
