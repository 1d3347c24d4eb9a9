package io.switchboard.contracts.customer;

import io.switchboard.contracts.message.Customer;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A customer's profile after a change. Topic {@code customers.changed}, key: customer.
 *
 * @param tenant the organisation
 * @param centre the contact centre that met them first
 * @param customer the profile, under the id it is told for
 * @param changedAt when it changed
 * @param mergedInto who they turned out to be and are known as now; null while they are known by their own id
 */
public record CustomerChanged(
        String tenant,
        String centre,
        Customer customer,
        Instant changedAt,
        @Nullable UUID mergedInto) {}
