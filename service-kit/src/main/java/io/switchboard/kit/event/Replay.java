package io.switchboard.kit.event;

import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
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
     * @param since what was written before is left out; {@link Instant#EPOCH} for nothing
     * @param type of the topic's events; what can't be read as one is left out, since it was put aside when it came first
     * @throws org.apache.kafka.common.errors.TimeoutException when no broker answers
     */
    public <T> void read(String topic, Instant since, Class<T> type, Consumer<T> each) {
        try (var consumer = consumer()) {
            consumer.partitionsFor(topic)
                    .forEach(one -> read(consumer, new TopicPartition(topic, one.partition()), since, type, each));
        }
    }

    /** As {@link #read(String, Instant, Class, Consumer)}, one partition only. */
    public <T> void read(TopicPartition from, Instant since, Class<T> type, Consumer<T> each) {
        try (var consumer = consumer()) {
            read(consumer, from, since, type, each);
        }
    }

    private static <T> void read(
            KafkaConsumer<byte[], byte[]> consumer,
            TopicPartition from,
            Instant since,
            Class<T> type,
            Consumer<T> each) {
        consumer.assign(List.of(from));
        long end = consumer.endOffsets(List.of(from)).getOrDefault(from, 0L);
        OffsetAndTimestamp first =
                consumer.offsetsForTimes(Map.of(from, since.toEpochMilli())).get(from);
        if (first == null) {
            return;
        }
        consumer.seek(from, first.offset());
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

    private KafkaConsumer<byte[], byte[]> consumer() {
        Map<String, Object> settings = new HashMap<>(kafka);
        // No group: nobody else is to read less for it.
        settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, AT_ONCE);
        settings.put(ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS);
        settings.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS);
        return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }
}
