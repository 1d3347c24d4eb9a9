package io.switchboard.platform.provider;

import java.util.Map;

/** What the Graph API answers when it accepted something. */
final class Receipt {
    private Receipt() {}

    static Map<String, String> of(Sent sent) {
        return sent.kind().equals("message")
                ? Map.of("recipient_id", sent.recipient(), "message_id", sent.id())
                : Map.of("id", sent.id());
    }
}
