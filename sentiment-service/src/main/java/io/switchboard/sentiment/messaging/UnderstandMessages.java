package io.switchboard.sentiment.messaging;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.context.Context;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import io.smallrye.reactive.messaging.kafka.api.IncomingKafkaRecordMetadata;
import io.switchboard.contracts.EventTypes;
import io.switchboard.contracts.Topics;
import io.switchboard.contracts.message.MessageReceived;
import io.switchboard.contracts.message.MessageUnderstood;
import io.switchboard.contracts.message.Understanding;
import io.switchboard.kit.event.Consumption;
import io.switchboard.kit.event.EventHeaders;
import io.switchboard.kit.event.InOrder;
import io.switchboard.kit.event.Outlet;
import io.switchboard.kit.event.Room;
import io.switchboard.sentiment.audit.AuditSample;
import io.switchboard.sentiment.judging.Judge;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.reactive.messaging.Acknowledgment;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.Outgoing;

/**
 * Understands every message that was received: those of a conversation one after the other, those of different conversations
 * at the same time. A message is acknowledged when Kafka has its understanding.
 */
@ApplicationScoped
class UnderstandMessages {
    private static final String OUT = "messages-understood";

    /** How many are in hand at once, of which most wait for Kafka. A long one counts for several, so that memory is bounded. */
    private static final int PLACES = 1_024;

    private static final int BYTES_A_PLACE = 8_192;

    private final Judge judge;
    private final Consumption consumption;
    private final JudgeThreads threads;
    private final Counts counts;
    private final AuditSample audit;
    private final Outlet understood;
    private final InOrder<Object> conversations;
    private final Room room = new Room(PLACES);

    UnderstandMessages(
            Judge judge,
            Consumption consumption,
            JudgeThreads threads,
            Counts counts,
            AuditSample audit,
            KafkaClientService clients,
            OpenTelemetry telemetry) {
        this.judge = judge;
        this.consumption = consumption;
        this.threads = threads;
        this.counts = counts;
        this.audit = audit;
        this.understood = new Outlet(clients, telemetry, OUT, Topics.MESSAGES_UNDERSTOOD);
        this.conversations = new InOrder<>(threads);
    }

    /** Opens the channel for {@link Outlet}; nothing comes this way. */
    @Outgoing(OUT)
    Multi<Message<byte[]>> open() {
        return Multi.createFrom().nothing();
    }

    /** Takes a message; completes when there is room for the next. */
    @Incoming("messages-received")
    @Acknowledgment(Acknowledgment.Strategy.MANUAL)
    Uni<Void> take(Message<byte[]> record) {
        int places = Math.min(PLACES, 1 + record.getPayload().length / BYTES_A_PLACE);
        Context trace = Context.current();
        room.take(places);
        var _ = conversations
                .run(
                        conversationOf(record),
                        () -> consumption
                                .of(record, MessageReceived.class, received -> understand(received, trace), threads)
                                .subscribeAsCompletionStage())
                .whenComplete((_, _) -> room.giveBack(places));
        return room.free();
    }

    /** A record without a key is nobody's conversation; it waits for none. */
    private static Object conversationOf(Message<byte[]> record) {
        return record.getMetadata(IncomingKafkaRecordMetadata.class)
                .map(IncomingKafkaRecordMetadata::getKey)
                .orElse(record);
    }

    private Uni<Void> understand(MessageReceived received, Context trace) {
        var message = received.message();
        return judge.of(message.tenant(), textOf(message), message.visibility()).flatMap(meaning -> {
            counts.count(meaning);
            audit.take(message, textOf(message), meaning);
            return publish(message, meaning, trace);
        });
    }

    private Uni<Void> publish(io.switchboard.contracts.message.Message message, Understanding meaning, Context trace) {
        var headers = new EventHeaders(
                message.messageId().toString(),
                EventTypes.MESSAGE_UNDERSTOOD,
                "/sentiment",
                message.messageId().toString(),
                message.receivedAt(),
                message.tenant(),
                message.centre());
        return understood.send(
                message.conversationId().toString(), headers, new MessageUnderstood(message, meaning), trace);
    }

    /** A subject says what a mail is about, often better than its first line. */
    private static String textOf(io.switchboard.contracts.message.Message message) {
        return message.subject() == null ? message.text() : message.subject() + "\n" + message.text();
    }
}
