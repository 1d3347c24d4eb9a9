package io.switchboard.profile.messaging;

import io.smallrye.mutiny.Uni;
import io.switchboard.contracts.message.MessageIdentified;
import io.switchboard.contracts.message.MessageUnderstood;
import io.switchboard.kit.event.Consumption;
import io.switchboard.profile.identity.Identified;
import io.switchboard.profile.identity.IdentifyMessage;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;

/** Reads {@code messages.understood}; what is no chaff goes on to {@code messages.identified}. */
@ApplicationScoped
class UnderstoodMessages {
    private final Consumption consumption;
    private final IdentifyMessage identifyMessage;
    private final IdentifiedMessages identifiedMessages;
    private final CustomerChanges customerChanges;

    UnderstoodMessages(
            Consumption consumption,
            IdentifyMessage identifyMessage,
            IdentifiedMessages identifiedMessages,
            CustomerChanges customerChanges) {
        this.consumption = consumption;
        this.identifyMessage = identifyMessage;
        this.identifiedMessages = identifiedMessages;
        this.customerChanges = customerChanges;
    }

    @Incoming("understood")
    Uni<Void> read(Message<byte[]> record) {
        return consumption.of(
                record,
                MessageUnderstood.class,
                understood -> identifyMessage.take(understood).flatMap(this::passOn));
    }

    private Uni<Void> passOn(Optional<Identified> identified) {
        return identified
                .map(found -> Uni.combine()
                        .all()
                        .unis(identifiedMessages.publish(found.message()), announce(found))
                        .discardItems())
                .orElseGet(() -> Uni.createFrom().voidItem());
    }

    private Uni<Void> announce(Identified found) {
        MessageIdentified met = found.message();
        return found.met()
                ? customerChanges.publish(
                        met.message().tenant(),
                        met.message().centre(),
                        met.customer(),
                        met.message().receivedAt())
                : Uni.createFrom().voidItem();
    }
}
