package io.switchboard.contracts.routing;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Whom work is handed to: exactly one of the three.
 *
 * @param agent one agent, who gets a minute before others may have it
 * @param queue another queue
 * @param skills whoever has these skills, minimum level by skill, besides what the queue asks for
 */
public record TransferTarget(
        @Nullable String agent,
        @Nullable String queue,
        @Nullable Map<String, Integer> skills) {

    public TransferTarget {
        skills = skills == null ? null : Map.copyOf(skills);
    }
}
