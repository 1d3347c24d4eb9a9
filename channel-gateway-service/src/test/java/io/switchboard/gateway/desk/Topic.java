package io.switchboard.gateway.desk;

import static org.awaitility.Awaitility.await;

import io.switchboard.contracts.Keys;
import io.switchboard.contracts.Topics;
import io.switchboard.contracts.routing.RoutingEvent;
import io.switchboard.kit.event.EventJson;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.ConfigProvider;

/** Writes to and reads from the tests' Kafka. */
public final class Topic {
    private Topic() {}

    public static void publish(RoutingEvent... events) {
        for (RoutingEvent event : events) {
            publish(Topics.ROUTING_EVENTS, Keys.centre(event.tenant(), event.centre()), event, RoutingEvent.class);
        }
    }

    public static void publish(String topic, String key, Object event, Class<?> type) {
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", servers()),
                new StringSerializer(),
                new ByteArraySerializer())) {
            byte[] json = EventJson.MAPPER.writerFor(type).writeValueAsBytes(event);
            producer.send(new ProducerRecord<>(topic, key, json)).get();
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** Returns the first record of a topic that fits, waiting for it. */
    public static <T> ConsumerRecord<String, T> find(String topic, Class<T> type, Predicate<T> fits) {
        List<ConsumerRecord<String, T>> found = new ArrayList<>();
        await().atMost(Duration.ofSeconds(15)).until(() -> {
            found.addAll(all(topic, type, fits));
            return !found.isEmpty();
        });
        return found.getFirst();
    }

    /** Returns every record of a topic that fits, as it is now. */
    public static <T> List<ConsumerRecord<String, T>> all(String topic, Class<T> type, Predicate<T> fits) {
        List<ConsumerRecord<String, T>> found = new ArrayList<>();
        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                servers(),
                "auto.offset.reset",
                "earliest",
                "group.id",
                "test-" + UUID.randomUUID());
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            var partitions = consumer.partitionsFor(topic).stream()
                    .map(p -> new org.apache.kafka.common.TopicPartition(p.topic(), p.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.get(p))) {
                for (var record : consumer.poll(Duration.ofMillis(200))) {
                    T event = EventJson.read(record.value(), type);
                    if (fits.test(event)) {
                        found.add(new ConsumerRecord<>(
                                record.topic(), record.partition(), record.offset(), record.key(), event));
                    }
                }
            }
        }
        return found;
    }

    private static String servers() {
        return ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class);
    }
}
