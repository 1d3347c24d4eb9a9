package io.switchboard.profile.history;

import io.switchboard.contracts.message.Message;
import io.switchboard.contracts.message.MessageUnderstood;
import io.switchboard.contracts.message.Understanding;
import org.jspecify.annotations.Nullable;

/**
 * What a customer said.
 *
 * @param understanding what it was understood to mean; null while that is not known
 */
public record Heard(Message message, @Nullable Understanding understanding) {

    /** Returns a message that was understood. */
    public static Heard of(MessageUnderstood understood) {
        return new Heard(understood.message(), understood.understanding());
    }
}
