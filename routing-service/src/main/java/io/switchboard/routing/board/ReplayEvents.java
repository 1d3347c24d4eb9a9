package io.switchboard.routing.board;

import io.smallrye.common.annotation.Identifier;
import io.switchboard.contracts.Keys;
import io.switchboard.contracts.Topics;
import io.switchboard.contracts.routing.RoutingEvent;
import io.switchboard.kit.event.EventJson;
import io.switchboard.kit.event.PoisonException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jboss.logging.Logger;

/** Reads a partition of {@code routing.events} from its beginning to its end, and sees what boards follow. */
@ApplicationScoped
class ReplayEvents {
    private static final Logger LOG = Logger.getLogger(ReplayEvents.class);
    private static final Duration POLL = Duration.ofMillis(500);

    private final Map<String, Object> kafka;
    private final BoardConfig config;

    ReplayEvents(@Identifier("default-kafka-broker") Map<String, Object> kafka, BoardConfig config) {
        this.kafka = Map.copyOf(kafka);
        this.config = config;
    }

    /**
     * Returns the boards by the keys of their centres. Blocks until all that is committed now was read.
     *
     * @throws org.apache.kafka.common.errors.TimeoutException when no broker answers
     */
    Map<String, Replayed> replay(int partition) {
        var from = new TopicPartition(Topics.ROUTING_EVENTS, partition);
        Map<String, Replayed> boards = new HashMap<>();
        try (var consumer = consumer()) {
            consumer.assign(List.of(from));
            consumer.seekToBeginning(List.of(from));
            long end = consumer.endOffsets(List.of(from)).getOrDefault(from, 0L);
            while (consumer.position(from) < end) {
                consumer.poll(POLL).forEach(record -> add(record, boards));
            }
        }
        return boards;
    }

    private void add(ConsumerRecord<byte[], byte[]> record, Map<String, Replayed> boards) {
        try {
            RoutingEvent event = EventJson.read(record.value(), RoutingEvent.class);
            boards.computeIfAbsent(Keys.centre(event.tenant(), event.centre()), _ -> new Replayed(config))
                    .add(event);
        } catch (PoisonException unreadable) {
            // It was put aside when it came first.
            LOG.debugf("offset %d skipped: %s", record.offset(), unreadable.getMessage());
        }
    }

    private KafkaConsumer<byte[], byte[]> consumer() {
        Map<String, Object> settings = new HashMap<>(kafka);
        // No group: nobody else is to read less for it.
        settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 2_000);
        return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }
}
