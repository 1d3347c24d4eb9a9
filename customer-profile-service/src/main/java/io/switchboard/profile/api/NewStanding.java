package io.switchboard.profile.api;

import io.switchboard.contracts.message.Standing;
import jakarta.validation.constraints.NotNull;

/**
 * How a customer shall rank.
 *
 * @param standing {@code STANDARD} or {@code VIP}
 */
public record NewStanding(@NotNull Standing standing) {}
