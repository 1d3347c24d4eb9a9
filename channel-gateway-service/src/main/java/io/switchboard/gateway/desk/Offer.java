package io.switchboard.gateway.desk;

import io.switchboard.contracts.routing.Explanation;
import io.switchboard.contracts.routing.WorkItem;
import java.time.Instant;
import java.util.UUID;

/**
 * Work that is put before an agent until {@code expiresAt}.
 *
 * @param offerId what the agent accepts or declines
 * @param expiresAt when the offer ends by itself
 * @param workItem the work, as routing last described it
 * @param explanation why it was offered to this agent
 */
public record Offer(UUID offerId, Instant expiresAt, WorkItem workItem, Explanation explanation) {}
