package io.switchboard.routing.measures;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What one event changed.
 *
 * @param work the work item it was about, null when about none that is known
 * @param agent the agent whose state is another now, null when nobody's is
 * @param entries what it counted
 */
public record Step(@Nullable Moved work, @Nullable Seen agent, List<Entry> entries) {
    /** The event was applied before, or says nothing to measure. */
    public static final Step NOTHING = new Step(null, null, List.of());

    public Step {
        entries = List.copyOf(entries);
    }

    /**
     * A work item's way.
     *
     * @param before as it was, null when it was not known
     * @param after as it is, null when it is not open any more
     */
    public record Moved(
            UUID workItemId,
            @Nullable OpenWork before,
            @Nullable OpenWork after) {}

    /** An agent as they are now. */
    public record Seen(String agent, AgentState now) {}
}
