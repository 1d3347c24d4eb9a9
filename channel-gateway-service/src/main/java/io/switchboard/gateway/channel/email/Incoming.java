package io.switchboard.gateway.channel.email;

import io.switchboard.gateway.receiving.Arrival;

/** What a mail turned out to be. */
sealed interface Incoming {
    /** Somebody wrote to us. */
    record Said(Arrival arrival) implements Incoming {}

    /**
     * A machine wrote, and must never be answered: it would answer again.
     *
     * @param kind a fixed word, such as {@code bounce}
     */
    record Ignored(String kind) implements Incoming {}
}
