package io.switchboard.routing.centre;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where open work is: with nobody, put before one agent, or held by one. There is no fourth place and no two at once. */
public sealed interface Placement {

    /** The agent whose capacity it takes, or null while it waits. */
    @Nullable
    String agent();

    /** In its queue. */
    record Waiting() implements Placement {
        @Override
        public @Nullable String agent() {
            return null;
        }
    }

    /** Before one agent, until {@code expiresAt}. */
    record Offered(UUID offerId, String agent, Instant expiresAt) implements Placement {}

    /** With an agent who took it. */
    record Held(String agent) implements Placement {}
}
