package io.switchboard.gateway.channel.webchat;

import io.switchboard.gateway.account.Account;
import io.switchboard.gateway.conversation.Identities;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who chats on a website.
 *
 * @param widget the account of the page's widget
 * @param id who they are: as long as their browser remembers, or, signed in, on every device
 * @param until when their token ends
 * @param signedIn who the website says they are; null for whoever has not signed in
 */
record Visitor(
        Account widget, UUID id, Instant until, @Nullable SignedIn signedIn) {
    /** Returns somebody of whom nothing is known. */
    static Visitor anonymous(Account widget, UUID id, Instant until) {
        return new Visitor(widget, id, until, null);
    }

    /** Returns somebody the website knows; never one of its anonymous visitors, whose ids are random. */
    static Visitor signedIn(Account widget, SignedIn who, Instant until) {
        UUID id = Identities.signedIn(
                Widgets.CHANNEL, widget.address(), who.identity().subject());
        return new Visitor(widget, id, until, who);
    }

    /** Returns what tells this visitor from all others of this installation. */
    String key() {
        return key(widget, id.toString());
    }

    static String key(Account widget, String visitor) {
        return widget.address() + "/" + visitor;
    }

    /** Tells whether their token is over. */
    boolean isOver(Instant now) {
        return !now.isBefore(until);
    }
}
