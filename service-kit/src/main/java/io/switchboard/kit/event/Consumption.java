package io.switchboard.kit.event;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.kafka.api.IncomingKafkaRecordMetadata;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
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
     * Handles one record of which the value is not needed, such as a dead letter.
     *
     * @param handle must be harmless when it runs twice for the same record
     * @return completes when the record is acknowledged or dead-lettered
     */
    public Uni<Void> of(Message<byte[]> record, Supplier<Uni<Void>> handle) {
        long start = System.nanoTime();
        return untilItPasses(record, handle)
                .onItemOrFailure()
                .transformToUni((done, failure) -> failure == null ? ack(record) : deadLetter(record, failure))
                .invoke(() -> time(record, start));
    }

    private static Uni<Void> untilItPasses(Message<byte[]> record, Supplier<Uni<Void>> step) {
        // A retry is woken by a timer's thread; database sessions belong to the thread of the record's context.
        Executor home = home();
        return Uni.createFrom()
                .deferred(() -> step.get())
                .runSubscriptionOn(home)
                .onFailure(BadLuck::is)
                .invoke(failure -> LOG.warnf("%s: trying again: %s", topic(record), failure.toString()))
                .onFailure(BadLuck::is)
                .retry()
                .withBackOff(FIRST_PAUSE, LONGEST_PAUSE)
                .indefinitely();
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
        Timer.builder("switchboard.handling")
                .description("From the reading of a record to its acknowledgement")
                .tag("topic", topic(record))
                .publishPercentiles(0.5, 0.99)
                .register(metrics)
                .record(System.nanoTime() - start, TimeUnit.NANOSECONDS);
    }

    private static Uni<Void> ack(Message<byte[]> record) {
        return Uni.createFrom().completionStage(record::ack);
    }

    /** A broker that does not take the dead letter is bad luck, too: giving up would end the channel. */
    private Uni<Void> deadLetter(Message<byte[]> record, Throwable failure) {
        String topic = topic(record);
        metrics.counter("switchboard.dead.letters", "topic", topic).increment();
        if (failure instanceof PoisonException) {
            LOG.errorf("%s: dead-lettered offset %d: %s", topic, offset(record), failure.getMessage());
        } else {
            LOG.errorf(failure, "%s: dead-lettered offset %d", topic, offset(record));
        }
        return untilItPasses(record, () -> Uni.createFrom().completionStage(() -> record.nack(failure)));
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
