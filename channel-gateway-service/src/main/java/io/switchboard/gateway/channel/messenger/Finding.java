package io.switchboard.gateway.channel.messenger;

import io.switchboard.gateway.receiving.Arrival;

/** What one part of a webhook body turned out to be. */
sealed interface Finding {
    /** Returns the page on which it happened. */
    String page();

    /** Somebody said something. */
    record Said(String page, Arrival arrival) implements Finding {}

    /**
     * Nothing that a customer said.
     *
     * @param channel the channel it would have been on
     * @param kind a fixed word, such as {@code echo}
     */
    record Ignored(String page, String channel, String kind) implements Finding {}
}
