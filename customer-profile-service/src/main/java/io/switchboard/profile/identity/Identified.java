package io.switchboard.profile.identity;

import io.switchboard.contracts.message.MessageIdentified;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message whose writer is known.
 *
 * @param message what routing needs to know
 * @param met whether the customer was met by this very message, also when it is delivered again
 * @param linked who the writer was known as until this very message proved who they are; null when it proved nothing new
 */
public record Identified(
        MessageIdentified message, boolean met, @Nullable UUID linked) {}
