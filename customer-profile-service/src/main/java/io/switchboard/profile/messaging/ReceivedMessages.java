package io.switchboard.profile.messaging;

import io.smallrye.mutiny.Uni;
import io.switchboard.contracts.message.MessageReceived;
import io.switchboard.kit.event.Consumption;
import io.switchboard.profile.history.ReceiveMessage;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;

/** Reads {@code messages.received}. */
@ApplicationScoped
class ReceivedMessages {
    private final Consumption consumption;
    private final ReceiveMessage receiveMessage;

    ReceivedMessages(Consumption consumption, ReceiveMessage receiveMessage) {
        this.consumption = consumption;
        this.receiveMessage = receiveMessage;
    }

    @Incoming("received")
    Uni<Void> read(Message<byte[]> record) {
        return consumption.of(record, MessageReceived.class, receiveMessage::take);
    }
}
