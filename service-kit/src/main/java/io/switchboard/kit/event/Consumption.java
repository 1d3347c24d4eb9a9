package io.switchboard.kit.event;

import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.kafka.api.IncomingKafkaRecordMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.function.Function;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.jboss.logging.Logger;

/**
 * How a record is consumed: read, handled, acknowledged when its effects are safe.
 *
 * <p>Bad luck (a database or broker that does not answer) is tried again until it passes, and the partition waits:
 * nothing is lost and the order stays. Anything else would fail again for ever: the record goes to the dead-letter
 * topic with its reason, a metric raises the alarm, and the partition moves on.
 */
@ApplicationScoped
public class Consumption {
    private static final Logger LOG = Logger.getLogger(Consumption.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);

    private final MeterRegistry metrics;

    Consumption(MeterRegistry metrics) {
        this.metrics = metrics;
    }

    /**
     * Handles one record.
     *
     * @param handle must be harmless when it runs twice for the same record
     * @return completes when the record is acknowledged or dead-lettered
     */
    public <T> Uni<Void> of(Message<byte[]> record, Class<T> type, Function<T, Uni<Void>> handle) {
        return Uni.createFrom()
                .item(() -> EventJson.read(record.getPayload(), type))
                .flatMap(event -> Uni.createFrom()
                        .deferred(() -> handle.apply(event))
                        .onFailure(BadLuck::is)
                        .invoke(failure -> LOG.warnf("%s: trying again: %s", topic(record), failure.toString()))
                        .onFailure(BadLuck::is)
                        .retry()
                        .withBackOff(FIRST_PAUSE, LONGEST_PAUSE)
                        .indefinitely())
                .onItemOrFailure()
                .transformToUni((done, failure) -> failure == null ? ack(record) : deadLetter(record, failure));
    }

    private static Uni<Void> ack(Message<byte[]> record) {
        return Uni.createFrom().completionStage(record::ack);
    }

    private Uni<Void> deadLetter(Message<byte[]> record, Throwable failure) {
        String topic = topic(record);
        metrics.counter("switchboard.dead.letters", "topic", topic).increment();
        LOG.errorf(failure, "%s: dead-lettered offset %d", topic, offset(record));
        return Uni.createFrom().completionStage(() -> record.nack(failure));
    }

    private static String topic(Message<byte[]> record) {
        return record.getMetadata(IncomingKafkaRecordMetadata.class)
                .map(IncomingKafkaRecordMetadata::getTopic)
                .orElse("unknown");
    }

    private static long offset(Message<byte[]> record) {
        return record.getMetadata(IncomingKafkaRecordMetadata.class)
                .map(IncomingKafkaRecordMetadata::getOffset)
                .orElse(-1L);
    }
}
