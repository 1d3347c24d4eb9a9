package io.switchboard.profile.api;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * An address that is proven to be a customer's.
 *
 * @param kind {@code email}, {@code phone} or {@code account} (a number the organisation itself gave them)
 * @param value the address as written
 * @param reason how it was proven, at most 500 characters; or null
 */
public record NewHandle(
        @NotNull @Pattern(regexp = "email|phone|account") String kind,
        @NotNull @Size(min = 1, max = 300) String value,
        @Size(max = 500) @Nullable String reason) {}
