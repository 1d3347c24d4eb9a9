package io.switchboard.profile.identity;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody a customer may be one with.
 *
 * @param suggestionId the suggestion
 * @param customerId the id the other is known by
 * @param name the other's name, or null
 * @param score how likely it is, 0 to 1
 * @param reasons why
 * @param madeAt when it was first suggested
 */
public record Suggestion(
        UUID suggestionId, UUID customerId, @Nullable String name, double score, List<Reason> reasons, Instant madeAt) {

    public Suggestion {
        reasons = List.copyOf(reasons);
    }
}
