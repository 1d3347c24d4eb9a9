package io.switchboard.profile.api;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * Why a customer is somebody else after all.
 *
 * @param reason at most 500 characters
 */
public record UnmergeWish(@NotNull @Size(min = 1, max = 500) String reason) {}
