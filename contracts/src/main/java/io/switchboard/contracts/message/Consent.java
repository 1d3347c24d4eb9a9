package io.switchboard.contracts.message;

import java.time.Instant;

/**
 * Whether a customer wants to hear from the organisation on a channel.
 *
 * @param channel the channel's name
 * @param granted whether they said yes; no when they withdrew it
 * @param at when they said so
 * @param by who wrote it down: a user or a client's name, or source:crm for another system called crm
 */
public record Consent(String channel, boolean granted, Instant at, String by) {}
