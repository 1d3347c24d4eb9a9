package io.switchboard.routing.subscribers;

import java.util.UUID;

/**
 * The right to send what is first in a line, and nobody else's until the claim ends.
 *
 * @param line see {@code delivery_line}
 * @param id fences off whoever had the claim before
 * @param probe whether it is the lone request to a subscriber that is down
 */
record Claim(String tenant, UUID subscription, long line, UUID id, boolean probe) {}
