package io.switchboard.contracts.message;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The person behind a handle, as routing needs to know them.
 *
 * @param customerId stable id within the tenant
 * @param name best known name, or null
 * @param standing how the organisation ranks them
 * @param lastAgent the agent who last answered them, or null
 */
public record Customer(
        UUID customerId,
        @Nullable String name,
        Standing standing,
        @Nullable String lastAgent) {}
