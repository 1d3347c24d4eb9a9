package io.switchboard.profile.identity;

import io.switchboard.profile.identity.FamilyMember.KnownHandle;
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
 * @param handles the first five addresses at which the other was met
 * @param score how likely it is, 0 to 1
 * @param reasons why
 * @param madeAt when it was first suggested
 */
public record Suggestion(
        UUID suggestionId,
        UUID customerId,
        @Nullable String name,
        List<KnownHandle> handles,
        double score,
        List<Reason> reasons,
        Instant madeAt) {

    public Suggestion {
        handles = List.copyOf(handles);
        reasons = List.copyOf(reasons);
    }
}
