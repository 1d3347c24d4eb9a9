package io.switchboard.profile.messaging;

import io.opentelemetry.context.Context;
import io.smallrye.mutiny.Uni;
import io.switchboard.contracts.message.Customer;
import io.switchboard.contracts.message.MessageIdentified;
import io.switchboard.contracts.message.MessageUnderstood;
import io.switchboard.kit.event.Consumption;
import io.switchboard.kit.event.Taken;
import io.switchboard.kit.event.Together;
import io.switchboard.profile.identity.Identified;
import io.switchboard.profile.identity.IdentifyMessages;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.reactive.messaging.Acknowledgment;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.jspecify.annotations.Nullable;

/** Reads {@code messages.understood}; what is no chaff goes on to {@code messages.identified}. */
@ApplicationScoped
class UnderstoodMessages {
    private final IdentifyMessages identifyMessages;
    private final IdentifiedMessages identifiedMessages;
    private final CustomerChanges customerChanges;
    private final Together together;

    UnderstoodMessages(
            Consumption consumption,
            IdentifyMessages identifyMessages,
            IdentifiedMessages identifiedMessages,
            CustomerChanges customerChanges) {
        this.identifyMessages = identifyMessages;
        this.identifiedMessages = identifiedMessages;
        this.customerChanges = customerChanges;
        this.together = new Together(
                Batches.LANES,
                Batches.MOST,
                records -> consumption.of(records, MessageUnderstood.class, this::identify));
    }

    @Incoming("understood")
    @Acknowledgment(Acknowledgment.Strategy.MANUAL)
    Uni<Void> read(Message<byte[]> record) {
        return together.take(record);
    }

    private Uni<Void> identify(List<Taken<MessageUnderstood>> understood) {
        Map<UUID, Context> traces = understood.stream()
                .collect(Collectors.toMap(
                        taken -> taken.event().message().messageId(), Taken::trace, (first, again) -> again));
        return identifyMessages
                .take(understood.stream().map(Taken::event).toList())
                .flatMap(identified -> passOn(identified, traces));
    }

    private Uni<Void> passOn(List<Identified> identified, Map<UUID, Context> traces) {
        List<Uni<Void>> news = identified.stream()
                .flatMap(one -> news(
                        one,
                        Objects.requireNonNull(
                                traces.get(one.message().message().messageId()))))
                .toList();
        return news.isEmpty()
                ? Uni.createFrom().voidItem()
                : Uni.join().all(news).andFailFast().replaceWithVoid();
    }

    private Stream<Uni<Void>> news(Identified found, Context trace) {
        Stream<Uni<Void>> message = Stream.of(identifiedMessages.publish(found.message(), trace));
        Stream<Uni<Void>> customer = found.met() || !found.linked().isEmpty()
                ? Stream.of(announce(found.message(), null, trace))
                : Stream.of();
        Stream<Uni<Void>> linked = found.linked().stream().map(was -> announce(found.message(), was, trace));
        return Stream.of(message, customer, linked).flatMap(one -> one);
    }

    private Uni<Void> announce(MessageIdentified told, @Nullable UUID linked, Context trace) {
        var message = told.message();
        Customer customer = linked == null ? told.customer() : told.customer().as(linked);
        UUID mergedInto = linked == null ? null : told.customer().customerId();
        return customerChanges.publish(
                message.tenant(), message.centre(), customer, message.receivedAt(), mergedInto, trace);
    }
}
