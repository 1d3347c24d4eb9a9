package io.switchboard.routing.subscribers;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is first in a line, with all that is needed to send it.
 *
 * @param delivery its number
 * @param attempts how often it was tried
 * @param tryUntil after this, another failure makes it a dead letter
 * @param url where to
 * @param secret sealed
 * @param previousSecret sealed; null when there is none that still signs
 */
record Head(
        UUID subscription,
        long delivery,
        int attempts,
        Instant tryUntil,
        String url,
        String secret,
        @Nullable String previousSecret,
        RoutedEvent event) {}
