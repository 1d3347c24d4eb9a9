package io.switchboard.profile.identity;

import io.switchboard.contracts.message.MessageIdentified;

/**
 * A message whose writer is known.
 *
 * @param message what routing needs to know
 * @param met whether the customer was met by this very message, also when it is delivered again
 */
public record Identified(MessageIdentified message, boolean met) {}
