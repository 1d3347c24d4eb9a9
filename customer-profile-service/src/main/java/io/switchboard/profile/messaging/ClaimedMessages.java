package io.switchboard.profile.messaging;

import io.smallrye.mutiny.Uni;
import io.switchboard.contracts.message.MessagesClaimed;
import io.switchboard.kit.event.Consumption;
import io.switchboard.profile.ledger.FollowClaims;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;

/** Reads {@code messages.claimed}. */
@ApplicationScoped
class ClaimedMessages {
    private final Consumption consumption;
    private final FollowClaims followClaims;

    ClaimedMessages(Consumption consumption, FollowClaims followClaims) {
        this.consumption = consumption;
        this.followClaims = followClaims;
    }

    @Incoming("claimed")
    Uni<Void> read(Message<byte[]> record) {
        return consumption.of(record, MessagesClaimed.class, followClaims::take);
    }
}
