package io.switchboard.profile.messaging;

import io.smallrye.mutiny.Uni;
import io.switchboard.contracts.message.MessageReceived;
import io.switchboard.kit.event.Consumption;
import io.switchboard.kit.event.Taken;
import io.switchboard.kit.event.Together;
import io.switchboard.profile.history.ReceiveMessages;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.eclipse.microprofile.reactive.messaging.Acknowledgment;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;

/** Reads {@code messages.received}. */
@ApplicationScoped
class ReceivedMessages {
    private final ReceiveMessages receiveMessages;
    private final Together together;

    ReceivedMessages(Consumption consumption, ReceiveMessages receiveMessages) {
        this.receiveMessages = receiveMessages;
        this.together = new Together(
                Batches.LANES, Batches.MOST, records -> consumption.of(records, MessageReceived.class, this::receive));
    }

    @Incoming("received")
    @Acknowledgment(Acknowledgment.Strategy.MANUAL)
    Uni<Void> read(Message<byte[]> record) {
        return together.take(record);
    }

    private Uni<Void> receive(List<Taken<MessageReceived>> received) {
        return receiveMessages.take(received.stream().map(Taken::event).toList());
    }
}
