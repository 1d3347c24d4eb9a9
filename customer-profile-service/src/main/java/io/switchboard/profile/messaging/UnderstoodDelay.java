package io.switchboard.profile.messaging;

import io.smallrye.reactive.messaging.IncomingInterceptor;
import io.smallrye.reactive.messaging.kafka.api.IncomingKafkaRecordMetadata;
import io.switchboard.contracts.Topics;
import io.switchboard.profile.sources.imports.LiveIntake;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.reactive.messaging.Message;

/** Watches how long understood messages wait for this service. */
@ApplicationScoped
class UnderstoodDelay implements IncomingInterceptor, LiveIntake {
    private static final Duration RECENT = Duration.ofSeconds(1);
    /** Records that a rebalance took away are never acknowledged here; after this time nobody waits for them any more. */
    private static final Duration FORGOTTEN = Duration.ofMinutes(1);

    private record Seen(Duration delay, long nanos) {}

    private final AtomicInteger inHand = new AtomicInteger();
    private volatile Seen last = new Seen(Duration.ZERO, System.nanoTime());

    @Override
    public Message<?> afterMessageReceive(Message<?> message) {
        understood(message).ifPresent(_ -> inHand.incrementAndGet());
        return message;
    }

    @Override
    public void onMessageAck(Message<?> message) {
        understood(message).ifPresent(kafka -> {
            inHand.decrementAndGet();
            last = new Seen(Duration.between(kafka.getTimestamp(), Instant.now()), System.nanoTime());
        });
    }

    @Override
    public void onMessageNack(Message<?> message, Throwable failure) {
        understood(message).ifPresent(_ -> inHand.decrementAndGet());
    }

    private static Optional<IncomingKafkaRecordMetadata<?, ?>> understood(Message<?> message) {
        return message.getMetadata(IncomingKafkaRecordMetadata.class)
                .<IncomingKafkaRecordMetadata<?, ?>>map(kafka -> kafka)
                .filter(kafka -> kafka.getTopic().equals(Topics.MESSAGES_UNDERSTOOD));
    }

    @Override
    public Duration behind() {
        Seen seen = last;
        Duration since = since(seen);
        if (since.compareTo(RECENT) < 0) {
            return seen.delay();
        }
        // Nothing gets done although there is something to do: then it is at least as long as that.
        return waitsSince(since) ? seen.delay().plus(since) : Duration.ZERO;
    }

    @Override
    public boolean flow() {
        Duration since = since(last);
        return since.compareTo(RECENT) < 0 || waitsSince(since);
    }

    @Override
    public boolean busy() {
        return waitsSince(since(last));
    }

    private boolean waitsSince(Duration since) {
        return inHand.get() > 0 && since.compareTo(FORGOTTEN) < 0;
    }

    private static Duration since(Seen seen) {
        return Duration.ofNanos(System.nanoTime() - seen.nanos());
    }
}
