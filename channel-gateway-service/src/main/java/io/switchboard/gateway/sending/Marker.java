package io.switchboard.gateway.sending;

import java.time.Instant;

/** What is remembered of a reply on its way. */
sealed interface Marker {
    /** Nobody has handed it over. */
    record None() implements Marker {}

    /** Somebody began to hand it over then, and has not said how it ended. */
    record Sending(Instant since) implements Marker {}

    /** It ended. */
    record Settled(Outcome outcome) implements Marker {}
}
