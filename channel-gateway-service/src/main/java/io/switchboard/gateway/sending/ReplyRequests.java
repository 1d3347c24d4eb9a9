package io.switchboard.gateway.sending;

import io.quarkus.virtual.threads.VirtualThreads;
import io.smallrye.mutiny.Uni;
import io.switchboard.contracts.reply.ReplyRequested;
import io.switchboard.kit.event.Consumption;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Semaphore;
import org.eclipse.microprofile.reactive.messaging.Acknowledgment;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.jboss.logging.Logger;

/**
 * Takes replies from Kafka and does not wait for one before it takes the next: their order is kept by conversation and
 * not by partition, so that a slow provider holds up nobody else's customers. Each is acknowledged when it is settled.
 */
@ApplicationScoped
public class ReplyRequests {
    private static final Logger LOG = Logger.getLogger(ReplyRequests.class);

    private final Consumption consumption;
    private final Sending sending;
    private final ExecutorService threads;
    private final Semaphore room;

    ReplyRequests(
            Consumption consumption, Sending sending, SendingConfig config, @VirtualThreads ExecutorService threads) {
        this.consumption = consumption;
        this.sending = sending;
        this.threads = threads;
        this.room = new Semaphore(config.inMemory());
    }

    /** Takes one reply; completes when it is in its conversation's order and there is room for the next. */
    @Incoming("replies-requested")
    @Acknowledgment(Acknowledgment.Strategy.MANUAL)
    public Uni<Void> take(Message<byte[]> record) {
        return Uni.createFrom()
                .item(() -> {
                    room.acquireUninterruptibly();
                    begin(record);
                    return record;
                })
                .runSubscriptionOn(threads)
                .replaceWithVoid();
    }

    private void begin(Message<byte[]> record) {
        consumption
                .of(record, ReplyRequested.class, sending::send)
                .onTermination()
                .invoke(() -> room.release())
                .subscribe()
                .with(_ -> {}, failure -> LOG.errorf(failure, "a reply was neither settled nor dead-lettered"));
    }
}
