package io.switchboard.sentiment.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.switchboard.contracts.EventTypes;
import io.switchboard.contracts.Topics;
import io.switchboard.contracts.message.Message;
import io.switchboard.contracts.message.MessageReceived;
import io.switchboard.contracts.message.MessageUnderstood;
import io.switchboard.contracts.message.Visibility;
import io.switchboard.kit.event.EventHeaders;
import io.switchboard.kit.event.EventJson;
import io.switchboard.platform.testing.KafkaResource;
import io.switchboard.platform.testing.PostgresResource;
import io.switchboard.platform.testing.TokenResource;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(KafkaResource.class)
@QuarkusTestResource(TokenResource.class)
@QuarkusTestResource(
        value = PostgresResource.class,
        initArgs = @ResourceArg(name = PostgresResource.DATABASE, value = "sentiment"))
class UnderstandMessagesTest {
    private static final String TRACE = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String brokers;

    @Test
    void understandsAMessageAndGoesOnAfterPoison() throws Exception {
        MessageReceived received = aMessage("My parcel is lost, please help");
        String key = received.message().conversationId().toString();
        send(key, "{\"message\":".getBytes(UTF_8), received);
        send(key, EventJson.write(received), received);

        ConsumerRecord<String, byte[]> understood = next(Topics.MESSAGES_UNDERSTOOD, key);
        MessageUnderstood event = EventJson.read(understood.value(), MessageUnderstood.class);
        assertThat(event.message()).isEqualTo(received.message());
        assertThat(event.understanding().topic()).isEqualTo("delivery");
        assertThat(understood.key()).isEqualTo(key);
        assertThat(header(understood, "ce_type")).isEqualTo(EventTypes.MESSAGE_UNDERSTOOD);
        assertThat(header(understood, "ce_tenant")).isEqualTo("acme");
        assertThat(header(understood, "traceparent")).startsWith(TRACE.substring(0, 35));

        ConsumerRecord<String, byte[]> dead = next(Topics.deadLetter(Topics.MESSAGES_RECEIVED), key);
        assertThat(dead.value()).isEqualTo("{\"message\":".getBytes(UTF_8));
        assertThat(header(dead, "dead-letter-reason")).contains("not a MessageReceived");
        assertThat(header(dead, "ce_subject"))
                .isEqualTo(received.message().messageId().toString());
    }

    private void send(String key, byte[] value, MessageReceived event) throws ExecutionException, InterruptedException {
        var message = event.message();
        var headers = new EventHeaders(
                message.messageId().toString(),
                EventTypes.MESSAGE_RECEIVED,
                "/test",
                message.messageId().toString(),
                message.receivedAt(),
                message.tenant(),
                message.centre());
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", brokers),
                new StringSerializer(),
                new ByteArraySerializer())) {
            var record = new ProducerRecord<>(Topics.MESSAGES_RECEIVED, null, key, value, headers.toKafka());
            record.headers().add("traceparent", TRACE.getBytes(UTF_8));
            producer.send(record).get();
        }
    }

    private ConsumerRecord<String, byte[]> next(String topic, String key) {
        Map<String, Object> config = Map.of(
                "bootstrap.servers", brokers, "group.id", "test-" + UUID.randomUUID(), "auto.offset.reset", "earliest");
        try (var consumer = new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer())) {
            consumer.subscribe(List.of(topic));
            List<ConsumerRecord<String, byte[]>> seen = new ArrayList<>();
            await().atMost(Duration.ofSeconds(30)).until(() -> {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> {
                    if (key.equals(record.key())) {
                        seen.add(record);
                    }
                });
                return !seen.isEmpty();
            });
            assertThat(seen).hasSize(1);
            return seen.getFirst();
        }
    }

    private static String header(ConsumerRecord<String, byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), UTF_8);
    }

    private static MessageReceived aMessage(String text) {
        Instant now = Instant.parse("2026-03-01T10:00:00Z");
        return new MessageReceived(new Message(
                UUID.randomUUID(),
                "acme",
                "main",
                "messenger",
                "100200300",
                "42",
                "Mia",
                UUID.randomUUID(),
                Visibility.PRIVATE,
                null,
                text,
                List.of(),
                "m_1",
                List.of(),
                now,
                now));
    }
}
