package io.switchboard.sentiment.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.switchboard.contracts.Topics;
import io.switchboard.contracts.message.Message;
import io.switchboard.contracts.message.MessageReceived;
import io.switchboard.contracts.message.MessageUnderstood;
import io.switchboard.contracts.message.Visibility;
import io.switchboard.kit.event.EventJson;
import io.switchboard.platform.testing.KafkaResource;
import io.switchboard.platform.testing.TokenResource;
import io.switchboard.sentiment.judging.HeldJudge;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is kept in order, what overtakes, what comes again. All conversations of these tests share one partition. */
@QuarkusTest
@QuarkusTestResource(KafkaResource.class)
@QuarkusTestResource(TokenResource.class)
class UnderstandingInOrderTest {
    private static final int PARTITION = 3;
    private static final TopicPartition IN = new TopicPartition(Topics.MESSAGES_RECEIVED, PARTITION);
    /** Commits follow every five seconds. */
    private static final Duration LONG = Duration.ofSeconds(30);

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String brokers;

    @Inject
    HeldJudge judge;

    private final UUID mia = UUID.randomUUID();
    private final UUID tom = UUID.randomUUID();
    private KafkaProducer<String, byte[]> producer;
    private KafkaConsumer<String, byte[]> consumer;
    private final List<String> understood = new ArrayList<>();
    private final List<String> dead = new ArrayList<>();

    @BeforeEach
    void connect() {
        producer = new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", brokers),
                new StringSerializer(),
                new ByteArraySerializer());
        consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", brokers), new StringDeserializer(), new ByteArrayDeserializer());
        List<TopicPartition> all =
                List.of(Topics.MESSAGES_UNDERSTOOD, Topics.deadLetter(Topics.MESSAGES_RECEIVED)).stream()
                        .flatMap(topic -> consumer.partitionsFor(topic).stream())
                        .map(info -> new TopicPartition(info.topic(), info.partition()))
                        .toList();
        consumer.assign(all);
        consumer.seekToEnd(all);
        all.forEach(consumer::position);
    }

    @AfterEach
    void disconnect() {
        producer.close();
        consumer.close();
    }

    @Test
    void aSlowJudgementHoldsUpItsOwnConversationAndNoOther() throws Exception {
        var slow = judge.hold("mia 1 is slow");
        send(mia, "mia 1 is slow");
        send(mia, "mia 2");
        send(tom, "tom 1");
        send(mia, "mia 3");
        send(tom, "tom 2");

        read(() -> understood.contains("tom 2"));
        assertThat(understood).containsExactly("tom 1", "tom 2");
        slow.complete(null);
        read(() -> understood.contains("mia 3"));
        assertThat(understood).containsExactly("tom 1", "tom 2", "mia 1 is slow", "mia 2", "mia 3");
    }

    @Test
    void keepsTheOrderOfAConversationAtFullSpeed() throws Exception {
        List<String> texts =
                IntStream.range(0, 1_200).mapToObj(i -> "hello " + i).toList();
        for (String text : texts) {
            send(text.hashCode() % 2 == 0 ? mia : tom, text);
        }
        read(() -> understood.size() >= texts.size());
        assertThat(understood.stream().filter(text -> text.hashCode() % 2 == 0))
                .isEqualTo(
                        texts.stream().filter(text -> text.hashCode() % 2 == 0).toList());
        assertThat(understood.stream().filter(text -> text.hashCode() % 2 != 0))
                .isEqualTo(
                        texts.stream().filter(text -> text.hashCode() % 2 != 0).toList());
    }

    @Test
    void takesNoMoreThanThereIsRoomFor() throws Exception {
        var slow = judge.hold("mia is slow");
        send(mia, "mia is slow");
        IntStream.range(0, 1_100).forEach(i -> send(mia, "mia " + i));
        send(tom, "tom 1");
        Thread.sleep(Duration.ofSeconds(3));
        consumer.poll(Duration.ofMillis(500)).forEach(record -> understood.add(record.key()));
        assertThat(understood).isEmpty();
        slow.complete(null);
        read(() -> understood.size() == 1_102);
    }

    @Test
    void isNotAcknowledgedBeforeItIsUnderstood() throws Exception {
        long before = end();
        var slow = judge.hold("mia waits");
        send(mia, "mia waits");
        IntStream.range(0, 50).forEach(i -> send(tom, "tom " + i));
        read(() -> understood.contains("tom 49"));
        // Longer than it takes to commit what is done.
        Thread.sleep(Duration.ofSeconds(7));
        assertThat(committed()).isLessThanOrEqualTo(before);
        slow.complete(null);
        await().atMost(LONG).until(() -> committed() == end());
    }

    @Test
    void putsPoisonAsideAndNobodyWaits() throws Exception {
        send(mia, "mia 1");
        producer.send(new ProducerRecord<>(IN.topic(), PARTITION, mia.toString(), "{\"mess".getBytes(UTF_8)));
        judge.fail("mia 2 makes the judge stumble", new IllegalStateException("a fault"));
        send(mia, "mia 2 makes the judge stumble");
        send(mia, "mia 3");
        send(tom, "tom 1");
        read(() -> understood.contains("mia 3") && understood.contains("tom 1") && dead.size() == 2);
        assertThat(understood).containsExactlyInAnyOrder("mia 1", "mia 3", "tom 1");
        assertThat(dead).first().isEqualTo("{\"mess");
        await().atMost(LONG).until(() -> committed() == end());
    }

    @Test
    void triesAgainWhatFailedByBadLuckBeforeTheNextOfItsConversation() throws Exception {
        judge.fail("mia 1 fails at first", new IOException("nobody answers"));
        send(mia, "mia 1 fails at first");
        send(mia, "mia 2");
        read(() -> understood.contains("mia 2"));
        assertThat(understood).containsExactly("mia 1 fails at first", "mia 2");
        assertThat(dead).isEmpty();
    }

    private void send(UUID conversation, String text) {
        producer.send(new ProducerRecord<>(
                IN.topic(), PARTITION, conversation.toString(), EventJson.write(message(conversation, text))));
    }

    private void read(Callable<Boolean> enough) {
        await().atMost(LONG).until(() -> {
            consumer.poll(Duration.ofMillis(100)).forEach(record -> {
                if (record.topic().equals(Topics.MESSAGES_UNDERSTOOD)) {
                    var event = EventJson.read(record.value(), MessageUnderstood.class);
                    understood.add(event.message().text());
                } else {
                    dead.add(new String(record.value(), UTF_8));
                }
            });
            return enough.call();
        });
    }

    private long committed() throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", brokers))) {
            var offset = admin.listConsumerGroupOffsets("sentiment")
                    .partitionsToOffsetAndMetadata()
                    .get()
                    .get(IN);
            return offset == null ? 0 : offset.offset();
        }
    }

    private long end() {
        return consumer.endOffsets(List.of(IN)).get(IN);
    }

    private static MessageReceived message(UUID conversation, String text) {
        Instant now = Instant.parse("2026-03-01T10:00:00Z");
        return new MessageReceived(new Message(
                UUID.randomUUID(),
                "acme",
                "main",
                "messenger",
                "100200300",
                "42",
                "Mia",
                conversation,
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
