package io.switchboard.profile.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.kafka.api.IncomingKafkaRecordMetadata;
import io.switchboard.contracts.Topics;
import io.switchboard.kit.event.Consumption;
import io.switchboard.profile.ledger.DeadLetter;
import io.switchboard.profile.ledger.EnterDeadLetter;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.common.header.Headers;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;

/** Reads the dead letters of the three message topics. What is told of them is in the headers: the value is poison. */
@ApplicationScoped
class DeadLetters {
    private final Consumption consumption;
    private final EnterDeadLetter enterDeadLetter;

    DeadLetters(Consumption consumption, EnterDeadLetter enterDeadLetter) {
        this.consumption = consumption;
        this.enterDeadLetter = enterDeadLetter;
    }

    @Incoming("dead-letters")
    Uni<Void> read(Message<byte[]> record) {
        var kafka = record.getMetadata(IncomingKafkaRecordMetadata.class).orElseThrow();
        String topic = kafka.getTopic().replace(Topics.DEAD_LETTER_SUFFIX, "");
        return consumption.of(
                record,
                () -> letter(topic, kafka.getHeaders())
                        .map(enterDeadLetter::take)
                        .orElseGet(() -> enterDeadLetter.unknown(topic)));
    }

    private static Optional<DeadLetter> letter(String topic, Headers headers) {
        var tenant = header(headers, "ce_tenant");
        var centre = header(headers, "ce_centre");
        var message = header(headers, "ce_subject").flatMap(DeadLetters::uuid);
        if (tenant.isEmpty() || centre.isEmpty() || message.isEmpty()) {
            return Optional.empty();
        }
        String reason = header(headers, "dead-letter-reason").orElse("no reason given");
        return Optional.of(new DeadLetter(tenant.get(), centre.get(), message.get(), topic, topic + ": " + reason));
    }

    private static Optional<String> header(Headers headers, String name) {
        return Optional.ofNullable(headers.lastHeader(name))
                .map(header -> header.value())
                .map(value -> new String(value, UTF_8))
                .filter(value -> !value.isBlank());
    }

    private static Optional<UUID> uuid(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }
}
