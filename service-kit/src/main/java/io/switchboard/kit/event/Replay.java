package io.switchboard.kit.event;

import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jboss.logging.Logger;

/** Reads topics again, beside whoever reads them as a group: to make anew what was made of them. */
@ApplicationScoped
public class Replay {
    private static final Logger LOG = Logger.getLogger(Replay.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final int AT_ONCE = 2_000;
    /** Whoever reads again comes again; a service that is to stop need not wait for a broker that is away. */
    private static final int PATIENCE_MILLIS = 5_000;

    private final Map<String, Object> kafka;

    Replay(@Identifier("default-kafka-broker") Map<String, Object> kafka) {
        this.kafka = Map.copyOf(kafka);
    }

    /**
     * Reads all partitions of a topic, each in its order. Blocks until all that is committed now was read.
     *
     * @param from the first offset to read of each partition; what is not named, or can't be since the topic is another now,
     *     is read from its beginning
     * @param type of the topic's events; what can't be read as one is left out, since it was put aside when it came first
     * @throws org.apache.kafka.common.errors.TimeoutException when no broker answers
     */
    public <T> void read(String topic, Map<Integer, Long> from, Class<T> type, Consumer<T> each) {
        try (var consumer = consumer(Map.of())) {
            partitions(consumer, topic)
                    .forEach(one -> read(consumer, one, from.getOrDefault(one.partition(), 0L), type, each));
        }
    }

    /** As {@link #read(String, Map, Class, Consumer)}, one partition, from its beginning. */
    public <T> void read(TopicPartition partition, Class<T> type, Consumer<T> each) {
        try (var consumer = consumer(Map.of())) {
            read(consumer, partition, 0, type, each);
        }
    }

    /**
     * Returns how far a group is with a topic: the next offset of each partition. What is before it the group has done with.
     * Partitions of which it has done nothing are left out. Blocks.
     *
     * @throws org.apache.kafka.common.errors.TimeoutException when no broker answers
     */
    public Map<Integer, Long> done(String group, String topic) {
        try (var consumer = consumer(Map.of(ConsumerConfig.GROUP_ID_CONFIG, group))) {
            Map<Integer, Long> done = new TreeMap<>();
            consumer.committed(partitions(consumer, topic)).forEach((partition, next) -> {
                if (next != null) {
                    done.put(partition.partition(), next.offset());
                }
            });
            return done;
        }
    }

    private static Set<TopicPartition> partitions(KafkaConsumer<byte[], byte[]> consumer, String topic) {
        return consumer.partitionsFor(topic).stream()
                .map(one -> new TopicPartition(topic, one.partition()))
                .collect(Collectors.toSet());
    }

    private static <T> void read(
            KafkaConsumer<byte[], byte[]> consumer, TopicPartition from, long first, Class<T> type, Consumer<T> each) {
        Set<TopicPartition> one = Set.of(from);
        consumer.assign(one);
        long begin = consumer.beginningOffsets(one).getOrDefault(from, 0L);
        long end = consumer.endOffsets(one).getOrDefault(from, 0L);
        consumer.seek(from, first > end ? begin : Math.max(first, begin));
        while (consumer.position(from) < end) {
            consumer.poll(POLL).forEach(record -> take(record, type, each));
        }
    }

    private static <T> void take(ConsumerRecord<byte[], byte[]> record, Class<T> type, Consumer<T> each) {
        T event;
        try {
            event = EventJson.read(record.value(), type);
        } catch (PoisonException unreadable) {
            LOG.debugf("%s: offset %d skipped: %s", record.topic(), record.offset(), unreadable.getMessage());
            return;
        }
        each.accept(event);
    }

    private KafkaConsumer<byte[], byte[]> consumer(Map<String, Object> more) {
        Map<String, Object> settings = new HashMap<>(kafka);
        // No group: nobody else is to read less for it.
        settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
        settings.putAll(more);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, AT_ONCE);
        settings.put(ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS);
        settings.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS);
        return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }
}
