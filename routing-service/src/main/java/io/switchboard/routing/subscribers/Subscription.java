package io.switchboard.routing.subscribers;

import io.switchboard.routing.subscribers.Duties.Pause;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who is told of a centre's events.
 *
 * @param url where to
 * @param types short types such as {@code work-offered}; none: all
 * @param createdBy the user or client
 * @param paused why nothing is sent, null when it is
 * @param standing how the subscriber has behaved lately
 */
record Subscription(
        UUID id,
        String url,
        List<String> types,
        @Nullable String description,
        String createdBy,
        Instant createdAt,
        @Nullable Pause paused,
        Standing standing) {}
