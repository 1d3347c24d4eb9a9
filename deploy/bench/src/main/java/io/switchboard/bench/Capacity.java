package io.switchboard.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.switchboard.contracts.Keys;
import io.switchboard.contracts.Topics;
import io.switchboard.platform.doors.Http;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Makes the agents of Acme alike, with endless room, while a measurement runs, and puts the old setup back afterwards. */
final class Capacity implements AutoCloseable {
    private static final String CENTRE = Keys.centre("acme", "main");
    private static final int ENDLESS = 1_000_000;

    private final String bootstrap;
    private final ConsumerRecord<String, byte[]> before;

    Capacity(String bootstrap) {
        this.bootstrap = bootstrap;
        this.before = current();
        ObjectNode setup = (ObjectNode) Http.parse(new String(before.value(), UTF_8));
        setup.put("version", "bench-" + System.currentTimeMillis());
        ObjectNode all = Http.JSON.createObjectNode();
        setup.get("agents")
                .forEach(agent -> agent.get("skills").fieldNames().forEachRemaining(skill -> all.put(skill, 5)));
        for (JsonNode agent : setup.get("agents")) {
            ((ObjectNode) agent).put("capacity", ENDLESS).set("skills", all);
        }
        publish(setup.toString().getBytes(UTF_8));
    }

    private ConsumerRecord<String, byte[]> current() {
        Map<String, Object> config = Map.of("bootstrap.servers", bootstrap);
        try (var consumer = new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(Topics.ROUTING_SETUP).stream()
                    .map(info -> new TopicPartition(Topics.ROUTING_SETUP, info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            ConsumerRecord<String, byte[]> last = null;
            while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.getOrDefault(p, 0L))) {
                for (ConsumerRecord<String, byte[]> record : consumer.poll(Duration.ofMillis(200))) {
                    last = record.key().equals(CENTRE) ? record : last;
                }
            }
            if (last == null) {
                throw new IllegalStateException("The centre " + CENTRE + " has no setup");
            }
            return last;
        }
    }

    private void publish(byte[] setup) {
        Map<String, Object> config = Map.of("bootstrap.servers", bootstrap);
        try (var producer = new KafkaProducer<>(config, new StringSerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(Topics.ROUTING_SETUP, null, CENTRE, setup, before.headers()))
                    .get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("The setup was not taken", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        }
    }

    @Override
    public void close() {
        publish(before.value());
    }
}
