package io.switchboard.gateway.channel.webchat;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.switchboard.contracts.customer.CustomerErased;
import io.switchboard.kit.forgetting.Forgets;
import jakarta.enterprise.context.ApplicationScoped;

/** Deletes the answers that wait for a visitor, or would be shown to their browser again. */
@ApplicationScoped
class ForgetReplies implements Forgets {
    private final Replies replies;

    ForgetReplies(Replies replies) {
        this.replies = replies;
    }

    @Override
    public Uni<Void> forget(CustomerErased erased) {
        return Multi.createFrom()
                .iterable(erased.messageIds())
                .onItem()
                .transformToUniAndConcatenate(message -> replies.remove(erased.tenant(), message))
                .onItem()
                .ignoreAsUni();
    }
}
