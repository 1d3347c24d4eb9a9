package io.switchboard.profile.ledger;

import java.util.UUID;

/**
 * A fact about a message.
 *
 * @param centre where it came in
 */
public record Told(UUID messageId, String centre, Fact fact) {}
