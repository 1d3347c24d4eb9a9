package io.switchboard.profile.identity;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A customer's place among those they are one with.
 *
 * @param customerId the customer
 * @param rootId the end of the way of merges: who they are all known as; themselves when they were not merged
 * @param mergedInto whom they were merged into, or null
 * @param version of the customer at the end of the way
 */
public record Member(UUID customerId, UUID rootId, @Nullable UUID mergedInto, int version) {

    /** Returns a customer that was asked for, of those that were found. */
    static Member of(Map<UUID, Member> found, UUID customer) {
        Member member = found.get(customer);
        if (member == null) {
            throw new IllegalStateException("customer " + customer + " vanished");
        }
        return member;
    }
}
