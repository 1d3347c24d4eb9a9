package io.switchboard.gateway.channel.webchat;

import io.switchboard.gateway.account.Account;
import java.time.Instant;
import java.util.UUID;

/**
 * Somebody who chats on a website.
 *
 * @param widget the account of the page's widget
 * @param id who they are, as long as their browser remembers
 * @param until when their token ends
 */
record Visitor(Account widget, UUID id, Instant until) {
    /** Returns what tells this visitor from all others of this installation. */
    String key() {
        return key(widget, id.toString());
    }

    static String key(Account widget, String visitor) {
        return widget.address() + "/" + visitor;
    }
}
