package io.switchboard.kit.event;

import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.kafka.api.IncomingKafkaRecordMetadata;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.function.Function;
import java.util.stream.Stream;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.jboss.logging.Logger;

/**
 * Hands on together what came while the last ones were handled: a record that comes alone goes alone and at once, and when
 * many come they share what a transaction costs. Nobody waits for company.
 *
 * <p>Partitions are shared out to a few lanes. In a lane records stay in their order, one batch after the other; lanes run
 * at the same time. One channel with one consumer brings them.
 */
public final class Together {
    private static final Logger LOG = Logger.getLogger(Together.class);
    private static final int BYTES_A_PLACE = 8_192;

    private final int most;
    private final int places;
    private final Room room;
    private final List<Lane> lanes;
    private final Function<List<Message<byte[]>>, Uni<Void>> handle;

    /**
     * Opens lanes.
     *
     * @param lanes how many batches are in hand at once
     * @param most how many records a batch has at most
     * @param handle handles a batch and acknowledges its records, on the context that brought the first of them
     */
    public Together(int lanes, int most, Function<List<Message<byte[]>>, Uni<Void>> handle) {
        this.most = most;
        this.places = 2 * lanes * most;
        this.room = new Room(places);
        this.lanes = Stream.generate(() -> new Lane()).limit(lanes).toList();
        this.handle = handle;
    }

    /**
     * Takes a record, on the Vert.x context it came on.
     *
     * @return completes when there is room for the next
     */
    public Uni<Void> take(Message<byte[]> record) {
        Context home = Vertx.currentContext();
        if (home == null) {
            throw new IllegalStateException("records come on a Vert.x context of their own");
        }
        // A long one counts for several, so that memory is bounded.
        var waiting = new Waiting(record, home, Math.min(places, 1 + record.getPayload().length / BYTES_A_PLACE));
        room.take(waiting.places());
        lanes.get(partition(record) % lanes.size()).add(waiting);
        return room.free();
    }

    private static int partition(Message<byte[]> record) {
        return record.getMetadata(IncomingKafkaRecordMetadata.class)
                .map(IncomingKafkaRecordMetadata::getPartition)
                .orElse(0);
    }

    private record Waiting(Message<byte[]> record, Context home, int places) {}

    private final class Lane {
        private final Queue<Waiting> waiting = new ArrayDeque<>();
        private boolean busy;

        synchronized void add(Waiting one) {
            waiting.add(one);
            goOn();
        }

        private synchronized void ended(List<Waiting> batch) {
            busy = false;
            goOn();
            room.giveBack(batch.stream().mapToInt(Waiting::places).sum());
        }

        private void goOn() {
            Waiting first = waiting.peek();
            if (!busy && first != null) {
                busy = true;
                // Later, so that what comes in the same breath goes with it.
                first.home().runOnContext(_ -> begin());
            }
        }

        private void begin() {
            List<Waiting> batch = next();
            handle.apply(batch.stream().map(Waiting::record).toList())
                    .onTermination()
                    .invoke(() -> ended(batch))
                    .subscribe()
                    .with(_ -> {}, failure -> LOG.error("records were not acknowledged; they come again", failure));
        }

        private synchronized List<Waiting> next() {
            List<Waiting> batch = new ArrayList<>();
            while (batch.size() < most && !waiting.isEmpty()) {
                batch.add(waiting.remove());
            }
            return batch;
        }
    }
}
