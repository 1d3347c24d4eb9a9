package io.switchboard.profile.messaging;

import io.smallrye.mutiny.Uni;
import io.switchboard.contracts.reply.ReplyRequested;
import io.switchboard.contracts.reply.ReplySettled;
import io.switchboard.kit.event.Consumption;
import io.switchboard.profile.history.FollowReply;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;

/** Reads {@code replies.requested} and {@code replies.settled}. */
@ApplicationScoped
class Replies {
    private final Consumption consumption;
    private final FollowReply followReply;

    Replies(Consumption consumption, FollowReply followReply) {
        this.consumption = consumption;
        this.followReply = followReply;
    }

    @Incoming("replies-requested")
    Uni<Void> readRequested(Message<byte[]> record) {
        return consumption.of(record, ReplyRequested.class, followReply::requested);
    }

    @Incoming("replies-settled")
    Uni<Void> readSettled(Message<byte[]> record) {
        return consumption.of(record, ReplySettled.class, followReply::settled);
    }
}
