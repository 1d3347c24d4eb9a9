package io.switchboard.gateway.channel.webchat;

import io.smallrye.mutiny.Uni;
import io.switchboard.contracts.reply.ReplySettled;
import io.switchboard.gateway.account.Accounts;
import jakarta.enterprise.context.ApplicationScoped;

/** Puts answers back that were there once. */
@ApplicationScoped
public class RestoreReplies {
    private final Replies replies;
    private final Accounts accounts;

    RestoreReplies(Replies replies, Accounts accounts) {
        this.replies = replies;
        this.accounts = accounts;
    }

    /** Restores an answer to a visitor; what is there, was no answer to a visitor or is too old changes nothing. */
    public Uni<Void> restore(ReplySettled settled) {
        var reply = settled.reply();
        String id = settled.providerMessageId();
        if (!reply.channel().equals(Widgets.CHANNEL) || id == null) {
            return Uni.createFrom().voidItem();
        }
        return accounts.find(Widgets.CHANNEL, reply.account())
                .filter(widget -> widget.tenant().equals(reply.tenant()))
                .map(widget -> replies.restore(widget, reply, id).replaceWithVoid())
                .orElseGet(Uni.createFrom()::voidItem);
    }
}
