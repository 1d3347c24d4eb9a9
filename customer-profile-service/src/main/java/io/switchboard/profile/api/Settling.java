package io.switchboard.profile.api;

import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What somebody says to a suggestion.
 *
 * @param reason why, at most 500 characters; or null
 */
public record Settling(@Size(max = 500) @Nullable String reason) {}
