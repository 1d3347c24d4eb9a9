package io.switchboard.profile.customer;

import io.switchboard.contracts.message.Customer;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a customer and of all who are one with them.
 *
 * @param customer them as others may know them, under the id they are known by
 * @param centre the centre that met them first
 * @param changedAt when anything of it changed last
 * @param version how often it changed who they are one with or what is said of them; of no use but to compare
 * @param firstMessageId the message by which the one who was asked for was met; null when another system named them
 * @param mergedInto whom the one who was asked for was merged into; null when they are known by their own id
 */
public record CustomerProfile(
        Customer customer,
        String centre,
        Instant changedAt,
        int version,
        @Nullable UUID firstMessageId,
        @Nullable UUID mergedInto) {

    /** Returns the id they are known by. */
    public UUID id() {
        return customer.customerId();
    }

    /** Returns whether {@code messageId} is the message by which the one who was asked for was met. */
    public boolean wasMetBy(UUID messageId) {
        return messageId.equals(firstMessageId);
    }
}
