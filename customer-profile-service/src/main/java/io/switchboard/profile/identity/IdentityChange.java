package io.switchboard.profile.identity;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What was done to a customer.
 *
 * @param number grows with every deed
 * @param customerId whom it was done to
 * @param otherId whom they were merged into or left, or were said to differ from; null where nobody else takes part
 * @param what the deed
 * @param at when
 * @param by who did it: a user, or the name of a rule
 * @param reason why, in their words, or null
 * @param evidence what it rests on
 */
public record IdentityChange(
        long number,
        UUID customerId,
        @Nullable UUID otherId,
        IdentityAudit.Deed what,
        Instant at,
        String by,
        @Nullable String reason,
        Map<String, Object> evidence) {

    public IdentityChange {
        evidence = Map.copyOf(evidence);
    }
}
