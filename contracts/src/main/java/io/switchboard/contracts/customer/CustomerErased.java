package io.switchboard.contracts.customer;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A person wanted to be forgotten. Topic {@code customers.erased}, key: the erasure. Whoever keeps anything of these customers
 * or messages deletes it; ids alone say nothing of the person.
 *
 * @param erasureId the same on every part of one erasure
 * @param customerIds all who were one with the customer, on every part
 * @param messageIds what they said and were told, at most 500 a part
 * @param erasedAt when they were forgotten here
 */
public record CustomerErased(
        UUID erasureId, String tenant, String centre, List<UUID> customerIds, List<UUID> messageIds, Instant erasedAt) {

    public CustomerErased {
        customerIds = List.copyOf(customerIds);
        messageIds = List.copyOf(messageIds);
    }
}
