package io.switchboard.profile.messaging;

import io.smallrye.mutiny.Uni;
import io.switchboard.contracts.message.Customer;
import io.switchboard.contracts.message.MessageIdentified;
import io.switchboard.contracts.message.MessageUnderstood;
import io.switchboard.kit.event.Consumption;
import io.switchboard.profile.identity.Identified;
import io.switchboard.profile.identity.IdentifyMessage;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.jspecify.annotations.Nullable;

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
        return found.met() || found.linked() != null
                ? announce(found.message(), null).chain(() -> announceLink(found))
                : Uni.createFrom().voidItem();
    }

    private Uni<Void> announceLink(Identified found) {
        UUID linked = found.linked();
        return linked == null ? Uni.createFrom().voidItem() : announce(found.message(), linked);
    }

    private Uni<Void> announce(MessageIdentified told, @Nullable UUID linked) {
        var message = told.message();
        Customer customer = linked == null ? told.customer() : told.customer().as(linked);
        UUID mergedInto = linked == null ? null : told.customer().customerId();
        return customerChanges.publish(message.tenant(), message.centre(), customer, message.receivedAt(), mergedInto);
    }
}
