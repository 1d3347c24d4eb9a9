package io.switchboard.gateway.claiming;

import java.time.Instant;

/**
 * One message that a provider says it delivered.
 *
 * @param channel the channel's name
 * @param providerMessageId the provider's id, the same as in its delivery
 * @param deliveredAt when the provider took it
 */
public record Claim(String channel, String providerMessageId, Instant deliveredAt) {}
