package io.switchboard.routing.streams;

import io.switchboard.contracts.Topics;
import io.switchboard.contracts.routing.RoutingEvent;
import io.switchboard.kit.event.PoisonException;
import io.switchboard.routing.centre.Centre;
import io.switchboard.routing.centre.Input;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The seam between Kafka and the engine: a record becomes an input, its effects are saved and sent in one transaction.
 *
 * <p>A record that cannot be read, or at which the engine fails, goes to the dead-letter topic, the centre goes on from
 * its last saved state, and the partition moves on.
 */
final class RouteRecords implements Processor<byte[], byte[], byte[], byte[]> {
    private static final Logger LOG = Logger.getLogger(RouteRecords.class);
    private static final Duration TICK = Duration.ofMillis(100);

    private final RoutingMetrics metrics;
    private final Map<String, Centre> centres = new HashMap<>();
    private @Nullable ProcessorContext<byte[], byte[]> context;
    private @Nullable CentreMemory memory;

    RouteRecords(RoutingMetrics metrics) {
        this.metrics = metrics;
    }

    @Override
    public void init(ProcessorContext<byte[], byte[]> newContext) {
        context = newContext;
        memory = new CentreMemory(newContext.getStateStore(CentreMemory.STORE));
        long start = System.nanoTime();
        centres.putAll(memory.loadAll());
        if (!centres.isEmpty()) {
            LOG.infof(
                    "partition %d: %d centres set up from memory in %d ms",
                    newContext.taskId().partition(),
                    centres.size(),
                    TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start));
        }
        newContext.schedule(TICK, PunctuationType.WALL_CLOCK_TIME, _ -> tick());
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
        RecordMetadata from = context().recordMetadata().orElseThrow();
        Incoming incoming;
        try {
            incoming = Incoming.read(from.topic(), record.key(), record.value());
        } catch (RuntimeException poison) {
            bury(record, from, poison);
            return;
        }
        try {
            handle(incoming.key(), incoming.input(), record.headers());
        } catch (EngineFailure failure) {
            bury(record, from, failure.cause());
        }
    }

    private void tick() {
        Instant now = now();
        for (String key : List.copyOf(centres.keySet())) {
            @Nullable Instant due = centre(key).nextDue();
            if (due != null && !due.isAfter(now)) {
                try {
                    handle(key, new Input.TimePassed(), new RecordHeaders());
                } catch (EngineFailure failure) {
                    LOG.errorf(failure, "%s: could not do what is due", key);
                    metrics.tickFailed();
                }
            }
            metrics.waiting(key, centre(key).waitingByQueue());
        }
    }

    private void handle(String key, Input input, Headers cause) throws EngineFailure {
        Centre centre = centre(key);
        List<RoutingEvent> events;
        Map<String, byte @Nullable []> written;
        List<Outgoing.Sent> records;
        long start = System.nanoTime();
        try {
            events = centre.handle(input, now());
            written = CentreMemory.written(key, centre.takeChanges());
            records = events.stream()
                    .flatMap(event -> Outgoing.of(event, cause).stream())
                    .toList();
        } catch (RuntimeException failure) {
            // What the engine holds now may be half of something: it is built anew from what was saved.
            centres.put(key, memory().load(key));
            throw new EngineFailure(failure);
        }
        metrics.decided(System.nanoTime() - start, events);
        memory().save(written);
        records.forEach(sent -> context().forward(sent.record(), sent.topic()));
    }

    private void bury(Record<byte[], byte[]> record, RecordMetadata from, Throwable failure) {
        String reason = failure instanceof PoisonException
                ? String.valueOf(failure.getMessage())
                : failure.getClass().getSimpleName();
        LOG.errorf(
                "%s: dead-lettered partition %d offset %d: %s", from.topic(), from.partition(), from.offset(), reason);
        metrics.deadLetter(from.topic());
        context().forward(Outgoing.deadLetter(record, from, reason), Topics.deadLetter(from.topic()));
    }

    @Override
    public void close() {
        // Another replica writes these centres now, and says how much waits in them.
        centres.keySet().forEach(metrics::notHere);
        centres.clear();
    }

    private Centre centre(String key) {
        return centres.computeIfAbsent(key, memory()::load);
    }

    private Instant now() {
        return Instant.ofEpochMilli(context().currentSystemTimeMs());
    }

    private ProcessorContext<byte[], byte[]> context() {
        return Objects.requireNonNull(context);
    }

    private CentreMemory memory() {
        return Objects.requireNonNull(memory);
    }

    /** The engine failed, not Kafka: only then is a record to blame. */
    private static final class EngineFailure extends Exception {
        private static final long serialVersionUID = 1L;

        private final RuntimeException cause;

        EngineFailure(RuntimeException cause) {
            super(cause);
            this.cause = cause;
        }

        RuntimeException cause() {
            return cause;
        }
    }
}
