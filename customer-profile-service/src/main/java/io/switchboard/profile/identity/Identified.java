package io.switchboard.profile.identity;

import io.switchboard.contracts.message.MessageIdentified;
import java.util.List;
import java.util.UUID;

/**
 * A message whose writer is known.
 *
 * @param message what routing needs to know
 * @param met whether the customer was met by this very message, also when it is delivered again
 * @param linked who is known as somebody else since this very message proved who its writer is; none when it proved
 *     nothing new
 */
public record Identified(MessageIdentified message, boolean met, List<UUID> linked) {
    public Identified {
        linked = List.copyOf(linked);
    }
}
