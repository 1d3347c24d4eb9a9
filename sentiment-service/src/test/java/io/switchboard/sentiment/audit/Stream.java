package io.switchboard.sentiment.audit;

import static org.awaitility.Awaitility.await;

import io.switchboard.contracts.Topics;
import io.switchboard.contracts.message.Message;
import io.switchboard.contracts.message.MessageReceived;
import io.switchboard.contracts.message.MessageUnderstood;
import io.switchboard.contracts.message.Visibility;
import io.switchboard.kit.event.EventJson;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Both ends of the stream: messages of a tenant go in, and it is seen which were understood. */
final class Stream implements AutoCloseable {
    static final String CHAFF = "RT @acme our new store";
    static final String REQUEST = "Where is my parcel?";

    private final String tenant;
    private final KafkaProducer<String, byte[]> producer;
    private final KafkaConsumer<String, byte[]> consumer;
    private final Set<UUID> understood = new HashSet<>();

    Stream(String brokers, String tenant) {
        this.tenant = tenant;
        producer = new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", brokers),
                new StringSerializer(),
                new ByteArraySerializer());
        consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", brokers), new StringDeserializer(), new ByteArrayDeserializer());
        List<TopicPartition> all = consumer.partitionsFor(Topics.MESSAGES_UNDERSTOOD).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        consumer.assign(all);
        consumer.seekToEnd(all);
        all.forEach(consumer::position);
    }

    /** Returns an id that is in the sample, or one that is not. */
    static UUID id(boolean drawn) {
        return java.util.stream.Stream.generate(UUID::randomUUID)
                .filter(id -> AuditSample.isDrawn(id, 0.01) == drawn)
                .findFirst()
                .orElseThrow();
    }

    /** Sends messages and waits until each is understood. */
    void understand(String text, UUID... messages) {
        for (UUID message : messages) {
            Message sent = message(message, text);
            producer.send(new ProducerRecord<>(
                    Topics.MESSAGES_RECEIVED,
                    sent.conversationId().toString(),
                    EventJson.write(new MessageReceived(sent))));
        }
        producer.flush();
        understood.clear();
        await().atMost(Duration.ofSeconds(30)).until(() -> {
            consumer.poll(Duration.ofMillis(100))
                    .forEach(record -> understood.add(EventJson.read(record.value(), MessageUnderstood.class)
                            .message()
                            .messageId()));
            return understood.containsAll(Set.of(messages));
        });
    }

    Message message(UUID id, String text) {
        return message(tenant, id, text);
    }

    static Message message(String tenant, UUID id, String text) {
        Instant now = Instant.parse("2026-03-01T10:00:00Z");
        return new Message(
                id,
                tenant,
                "main",
                "messenger",
                "100200300",
                "42",
                "Mia",
                UUID.randomUUID(),
                Visibility.PUBLIC,
                null,
                text,
                List.of(),
                "m_1",
                List.of(),
                now,
                now);
    }

    @Override
    public void close() {
        producer.close();
        consumer.close();
    }
}
