package io.switchboard.gateway.conversation;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.UUID;

/** Computes our ids from the providers'. */
public final class Identities {
    private static final UUID MESSAGES = UUID.fromString("5f0c6a52-3c55-5c3e-9d0a-6f1f2b7a9b01");
    private static final UUID CONVERSATIONS = UUID.fromString("5f0c6a52-3c55-5c3e-9d0a-6f1f2b7a9b02");
    private static final UUID VISITORS = UUID.fromString("5f0c6a52-3c55-5c3e-9d0a-6f1f2b7a9b03");

    private Identities() {}

    /** Returns the id of a message: the same whenever and wherever the provider delivers it. */
    public static UUID message(String channel, String account, String providerMessageId) {
        return name(MESSAGES, channel, account, providerMessageId);
    }

    /** Returns the id of the conversation to which a thread of an account belongs. */
    public static UUID conversation(String channel, String account, String thread) {
        return name(CONVERSATIONS, channel, account, thread);
    }

    /** Returns who somebody is that signed in to an account's website or app: the same on every device. */
    public static UUID signedIn(String channel, String account, String subject) {
        return name(VISITORS, channel, account, subject);
    }

    /** Channel and account come from our own files and hold no line ends, so that no two triples make one name. */
    private static UUID name(UUID space, String channel, String account, String last) {
        return UuidCreator.getNameBasedSha1(space, channel + '\n' + account + '\n' + last);
    }
}
