package io.switchboard.profile.api;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whether a customer wants to hear from the organisation on a channel.
 *
 * @param granted whether they said yes; no withdraws it
 * @param at when they said so; null for now. An earlier word does not undo a later one
 */
public record NewConsent(@NotNull Boolean granted, @Nullable Instant at) {}
