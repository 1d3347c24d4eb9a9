package io.switchboard.profile.ledger;

import java.util.UUID;

/**
 * A message that a service could not process.
 *
 * @param tenant the organisation
 * @param centre the contact centre
 * @param messageId the message
 * @param topic the topic it failed on
 * @param reason why
 */
public record DeadLetter(String tenant, String centre, UUID messageId, String topic, String reason) {}
