package io.switchboard.sentiment.messaging;

import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.switchboard.contracts.EventTypes;
import io.switchboard.contracts.message.MessageReceived;
import io.switchboard.contracts.message.MessageUnderstood;
import io.switchboard.contracts.message.Understanding;
import io.switchboard.kit.event.Consumption;
import io.switchboard.kit.event.EventHeaders;
import io.switchboard.kit.event.Events;
import io.switchboard.sentiment.judging.Judge;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;

/** Understands every message that was received, in the order of its conversation. */
@ApplicationScoped
class UnderstandMessages {
    private final Judge judge;
    private final Consumption consumption;
    private final MutinyEmitter<byte[]> understood;
    private final MeterRegistry metrics;

    UnderstandMessages(
            Judge judge,
            Consumption consumption,
            @Channel("messages-understood") MutinyEmitter<byte[]> understood,
            MeterRegistry metrics) {
        this.judge = judge;
        this.consumption = consumption;
        this.understood = understood;
        this.metrics = metrics;
    }

    @Incoming("messages-received")
    Uni<Void> understand(Message<byte[]> record) {
        return consumption.of(record, MessageReceived.class, this::publish);
    }

    private Uni<Void> publish(MessageReceived received) {
        var message = received.message();
        return judge.of(message.tenant(), textOf(message), message.visibility())
                .invoke(this::count)
                .flatMap(meaning -> publish(message, meaning));
    }

    private Uni<Void> publish(io.switchboard.contracts.message.Message message, Understanding meaning) {
        var headers = new EventHeaders(
                message.messageId().toString(),
                EventTypes.MESSAGE_UNDERSTOOD,
                "/sentiment",
                message.messageId().toString(),
                message.receivedAt(),
                message.tenant(),
                message.centre());
        return Events.send(
                understood, message.conversationId().toString(), headers, new MessageUnderstood(message, meaning));
    }

    /** A subject says what a mail is about, often better than its first line. */
    private static String textOf(io.switchboard.contracts.message.Message message) {
        return message.subject() == null ? message.text() : message.subject() + "\n" + message.text();
    }

    private void count(Understanding meaning) {
        metrics.counter(
                        "switchboard.messages.understood",
                        "relevance",
                        meaning.relevance().name().toLowerCase(Locale.ROOT),
                        "language",
                        meaning.language(),
                        "tier",
                        meaning.tier())
                .increment();
    }
}
