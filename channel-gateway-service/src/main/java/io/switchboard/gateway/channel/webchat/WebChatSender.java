package io.switchboard.gateway.channel.webchat;

import io.smallrye.mutiny.Uni;
import io.switchboard.contracts.reply.ReplyRequested;
import io.switchboard.gateway.account.Account;
import io.switchboard.gateway.sending.ChannelSender;
import io.switchboard.gateway.sending.Delivery;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Puts replies where a visitor's browser finds them, now or when it comes back. */
@ApplicationScoped
public class WebChatSender implements ChannelSender {
    private final Replies replies;

    WebChatSender(Replies replies) {
        this.replies = replies;
    }

    @Override
    public Set<String> channels() {
        return Set.of(Widgets.CHANNEL);
    }

    @Override
    public String accounts() {
        return Widgets.CHANNEL;
    }

    /** The same reply is the same entry. */
    @Override
    public boolean isIdempotent() {
        return true;
    }

    @Override
    public Uni<Delivery> send(Account widget, ReplyRequested reply) {
        try {
            UUID.fromString(reply.handle());
        } catch (IllegalArgumentException e) {
            return Uni.createFrom().item(new Delivery.Refused("There is no such visitor."));
        }
        return replies.append(widget, reply)
                .<Delivery>map(Delivery.Delivered::new)
                .onFailure()
                .recoverWithItem(() -> new Delivery.TryAgain("The chat is out of order.", Optional.empty()));
    }

    @Override
    public Uni<Void> restore(Account widget, ReplyRequested reply, String id) {
        return replies.restore(widget, reply, id);
    }
}
