package io.switchboard.profile.identity;

import io.switchboard.contracts.message.MessageIdentified;
import java.util.Optional;
import java.util.UUID;

/**
 * A message whose writer is known.
 *
 * @param message what routing needs to know
 * @param met whether the customer was met by this very message, also when it is delivered again
 * @param change by which this very message made customers one, to be told; empty when it proved nothing new
 */
public record Identified(MessageIdentified message, boolean met, Optional<UUID> change) {}
