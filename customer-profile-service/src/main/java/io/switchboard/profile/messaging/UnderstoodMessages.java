package io.switchboard.profile.messaging;

import io.opentelemetry.context.Context;
import io.smallrye.mutiny.Uni;
import io.switchboard.contracts.message.MessageIdentified;
import io.switchboard.contracts.message.MessageUnderstood;
import io.switchboard.kit.event.Consumption;
import io.switchboard.kit.event.Taken;
import io.switchboard.kit.event.Together;
import io.switchboard.profile.changes.Changes;
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

/** Reads {@code messages.understood}; what is no chaff goes on to {@code messages.identified}. */
@ApplicationScoped
class UnderstoodMessages {
    private final IdentifyMessages identifyMessages;
    private final IdentifiedMessages identifiedMessages;
    private final CustomerChanges customerChanges;
    private final Changes changes;
    private final Together together;

    UnderstoodMessages(
            Consumption consumption,
            IdentifyMessages identifyMessages,
            IdentifiedMessages identifiedMessages,
            CustomerChanges customerChanges,
            Changes changes) {
        this.identifyMessages = identifyMessages;
        this.identifiedMessages = identifiedMessages;
        this.customerChanges = customerChanges;
        this.changes = changes;
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
        Stream<Uni<Void>> customer = found.change()
                .map(change -> Stream.of(changes.tell(found.message().message().tenant(), change)))
                .orElseGet(() -> found.met() ? Stream.of(announce(found.message(), trace)) : Stream.of());
        return Stream.concat(message, customer);
    }

    private Uni<Void> announce(MessageIdentified told, Context trace) {
        var message = told.message();
        return customerChanges.publish(
                message.tenant(), message.centre(), told.customer(), message.receivedAt(), null, trace);
    }
}
