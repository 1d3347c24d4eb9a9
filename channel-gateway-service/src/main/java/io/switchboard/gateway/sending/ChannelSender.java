package io.switchboard.gateway.sending;

import io.smallrye.mutiny.Uni;
import io.switchboard.contracts.reply.ReplyRequested;
import io.switchboard.gateway.account.Account;
import java.util.Set;

/** How one provider is given replies. A bean of this type is all that sending needs to know of a channel. */
public interface ChannelSender {
    /** Returns the channels whose replies it delivers. */
    Set<String> channels();

    /** Returns the channel under which the accounts' files have their addresses. */
    String accounts();

    /** Tells whether the same reply may be handed over twice and is delivered once. */
    default boolean isIdempotent() {
        return false;
    }

    /**
     * Hands over a reply.
     *
     * @return what became of it; a failure counts as {@link Delivery.Uncertain}
     */
    Uni<Delivery> send(Account account, ReplyRequested reply);

    /**
     * Puts a reply back that was sent: for channels that keep replies themselves, and may have lost this one. One that is there
     * stays as it is.
     *
     * @param id the one that sending it gave
     */
    default Uni<Void> restore(Account account, ReplyRequested reply, String id) {
        return Uni.createFrom().voidItem();
    }
}
