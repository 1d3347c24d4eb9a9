package io.switchboard.profile.api;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whom a customer turns out to be.
 *
 * @param into the customer they are merged into
 * @param intoVersion the version of that customer the caller knows, the number in its ETag; null when it does not matter
 * @param reason why they are the same, at most 500 characters
 */
public record MergeWish(
        @NotNull UUID into,
        @Min(1) @Nullable Integer intoVersion,
        @NotNull @Size(min = 1, max = 500) String reason) {}
