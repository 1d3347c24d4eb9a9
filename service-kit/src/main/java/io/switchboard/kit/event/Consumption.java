package io.switchboard.kit.event;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.kafka.api.IncomingKafkaRecordMetadata;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
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
    /** To look one up in the registry costs as much as to handle a small record. */
    private final ConcurrentMap<String, Timer> timers = new ConcurrentHashMap<>();

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
        return of(record, () -> handle.apply(EventJson.read(record.getPayload(), type)));
    }

    /**
     * Handles one record on threads of the caller's own.
     *
     * @param handle must be harmless when it runs twice for the same record
     * @param home where it is tried again; the caller is there now
     * @return completes when the record is acknowledged or dead-lettered
     */
    public <T> Uni<Void> of(Message<byte[]> record, Class<T> type, Function<T, Uni<Void>> handle, Executor home) {
        return of(record, () -> handle.apply(EventJson.read(record.getPayload(), type)), home);
    }

    /**
     * Handles one record of which the value is not needed, such as a dead letter.
     *
     * @param handle must be harmless when it runs twice for the same record
     * @return completes when the record is acknowledged or dead-lettered
     */
    public Uni<Void> of(Message<byte[]> record, Supplier<Uni<Void>> handle) {
        return of(record, handle, home());
    }

    /**
     * Handles records together. When that fails they are handled one by one, so that none of them pays for another.
     *
     * @param handle must be harmless when it runs twice for the same record
     * @return completes when each record is acknowledged or dead-lettered
     */
    public <T> Uni<Void> of(List<Message<byte[]>> records, Class<T> type, Function<List<Taken<T>>, Uni<Void>> handle) {
        Executor home = home();
        Function<Message<byte[]>, Uni<Void>> alone =
                record -> of(record, () -> handle.apply(List.of(Taken.of(record, type))), home);
        if (records.size() == 1) {
            return alone.apply(records.getFirst());
        }
        long start = System.nanoTime();
        return once(() -> handle.apply(
                        records.stream().map(record -> Taken.of(record, type)).toList()))
                .onItemOrFailure()
                .transformToUni((_, failure) ->
                        failure == null ? ackAll(records, start) : oneByOne(records, alone, failure, home));
    }

    private Uni<Void> ackAll(List<Message<byte[]>> records, long start) {
        return Uni.join()
                .all(records.stream()
                        .map(record -> ack(record).invoke(() -> time(record, start)))
                        .toList())
                .andFailFast()
                .replaceWithVoid();
    }

    private static Uni<Void> oneByOne(
            List<Message<byte[]>> records,
            Function<Message<byte[]>, Uni<Void>> alone,
            Throwable failure,
            Executor home) {
        LOG.warnf("%s: %d records go one by one: %s", topic(records.getFirst()), records.size(), failure.toString());
        return Multi.createFrom()
                .iterable(records)
                .onItem()
                .transformToUniAndConcatenate(record ->
                        Uni.createFrom().deferred(() -> alone.apply(record)).runSubscriptionOn(home))
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Void> of(Message<byte[]> record, Supplier<Uni<Void>> handle, Executor home) {
        long start = System.nanoTime();
        return once(handle)
                .onItemOrFailure()
                .transformToUni((_, failure) -> failure == null ? ack(record) : goOn(record, handle, failure, home))
                .invoke(() -> time(record, start));
    }

    private static Uni<Void> once(Supplier<Uni<Void>> step) {
        return Uni.createFrom().deferred(() -> step.get());
    }

    /** Most records never come here: trying again costs several times what handling a record does, even if it is not needed. */
    private Uni<Void> goOn(Message<byte[]> record, Supplier<Uni<Void>> handle, Throwable failure, Executor home) {
        if (!BadLuck.is(failure)) {
            return deadLetter(record, failure, home);
        }
        warn(record, failure);
        return Uni.createFrom()
                .voidItem()
                .onItem()
                .delayIt()
                .by(FIRST_PAUSE)
                .flatMap(_ -> untilItPasses(record, handle, home))
                .onItemOrFailure()
                .transformToUni((_, worse) -> worse == null ? ack(record) : deadLetter(record, worse, home));
    }

    private static Uni<Void> untilItPasses(Message<byte[]> record, Supplier<Uni<Void>> step, Executor home) {
        // A retry is woken by a timer's thread; database sessions belong to the thread of the record's context.
        return once(step)
                .runSubscriptionOn(home)
                .onFailure(BadLuck::is)
                .invoke(failure -> warn(record, failure))
                .onFailure(BadLuck::is)
                .retry()
                .withBackOff(FIRST_PAUSE, LONGEST_PAUSE)
                .indefinitely();
    }

    private static void warn(Message<byte[]> record, Throwable failure) {
        LOG.warnf("%s: trying again: %s", topic(record), failure.toString());
    }

    private static Executor home() {
        Context context = Vertx.currentContext();
        return context == null || !context.isEventLoopContext() ? Runnable::run : step -> runOn(context, step);
    }

    private static void runOn(Context context, Runnable step) {
        // A worker thread may carry the context with it; it is not the context's own for that.
        if (Vertx.currentContext() == context && Context.isOnEventLoopThread()) {
            step.run();
        } else {
            context.runOnContext(_ -> step.run());
        }
    }

    private void time(Message<byte[]> record, long start) {
        timers.computeIfAbsent(topic(record), this::timer).record(System.nanoTime() - start, TimeUnit.NANOSECONDS);
    }

    private Timer timer(String topic) {
        return Timer.builder("switchboard.handling")
                .description("From the reading of a record to its acknowledgement")
                .tag("topic", topic)
                .publishPercentiles(0.5, 0.99)
                .register(metrics);
    }

    private static Uni<Void> ack(Message<byte[]> record) {
        return Uni.createFrom().completionStage(record::ack);
    }

    /** A broker that does not take the dead letter is bad luck, too: giving up would end the channel. */
    private Uni<Void> deadLetter(Message<byte[]> record, Throwable failure, Executor home) {
        String topic = topic(record);
        metrics.counter("switchboard.dead.letters", "topic", topic).increment();
        if (failure instanceof PoisonException) {
            LOG.errorf("%s: dead-lettered offset %d: %s", topic, offset(record), failure.getMessage());
        } else {
            LOG.errorf(failure, "%s: dead-lettered offset %d", topic, offset(record));
        }
        return untilItPasses(record, () -> Uni.createFrom().completionStage(() -> record.nack(failure)), home);
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
