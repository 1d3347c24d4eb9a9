package io.switchboard.routing.board;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import io.smallrye.reactive.messaging.kafka.KafkaConsumer;
import io.switchboard.routing.board.BoardStore.Replaced;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Makes boards anew from {@code routing.events} when Redis lost them. Redis has a mark for each partition whose boards are
 * kept; the replica that reads a partition looks for it, and repairs when it is gone. {@link KeepBoard} asks for a repair,
 * too, when an event does not follow the last one on a board.
 */
@ApplicationScoped
class RepairBoards {
    private static final Logger LOG = Logger.getLogger(RepairBoards.class);

    private final KafkaClientService kafka;
    private final ReplayEvents replay;
    private final BoardStore boards;
    private final MeterRegistry metrics;
    private final Map<Integer, Uni<Void>> running = new ConcurrentHashMap<>();
    private final ExecutorService reading = Executors.newVirtualThreadPerTaskExecutor();

    RepairBoards(KafkaClientService kafka, ReplayEvents replay, BoardStore boards, MeterRegistry metrics) {
        this.kafka = kafka;
        this.replay = replay;
        this.boards = boards;
        this.metrics = metrics;
    }

    @Scheduled(
            every = "${switchboard.board.check}",
            concurrentExecution = ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    Uni<Void> repairWhatIsLost() {
        @Nullable KafkaConsumer<?, ?> consumer = kafka.getConsumer("routing-events");
        return consumer == null
                ? Uni.createFrom().voidItem()
                : consumer.getAssignments()
                        .onItem()
                        .transformToMulti(Multi.createFrom()::iterable)
                        .map(TopicPartition::partition)
                        .onItem()
                        .transformToUniAndConcatenate(this::repairIfLost)
                        .collect()
                        .last()
                        .replaceWithVoid()
                        .onFailure()
                        .recoverWithUni(away -> {
                            // It is looked again soon.
                            LOG.debugf("boards not looked at: %s", away.toString());
                            return Uni.createFrom().voidItem();
                        });
    }

    private Uni<Void> repairIfLost(int partition) {
        return boards.isKept(partition).flatMap(kept -> kept ? Uni.createFrom().voidItem() : repair(partition));
    }

    /** Makes the boards of a partition's centres as its events say, where what Redis has is older. */
    Uni<Void> repair(int partition) {
        return running.computeIfAbsent(
                partition,
                _ -> Uni.createFrom()
                        .item(() -> replay.replay(partition))
                        .runSubscriptionOn(reading)
                        .flatMap(replayed -> replaceEach(partition, replayed))
                        .onTermination()
                        .invoke(() -> running.remove(partition))
                        .memoize()
                        .indefinitely());
    }

    private Uni<Void> replaceEach(int partition, Map<String, Replayed> replayed) {
        UUID token = UUID.randomUUID();
        return Multi.createFrom()
                .iterable(replayed.entrySet())
                .onItem()
                .transformToUniAndConcatenate(board -> replace(board.getKey(), board.getValue(), token))
                .collect()
                .asList()
                .flatMap(each ->
                        each.contains(Replaced.DISTURBED) ? Uni.createFrom().voidItem() : boards.markKept(partition));
    }

    private Uni<Replaced> replace(String centre, Replayed board, UUID token) {
        return boards.replace(centre, board.floor(), board.tallies(), token, Instant.now())
                .invoke(replaced -> {
                    if (replaced == Replaced.DONE) {
                        metrics.counter("switchboard.board.repairs").increment();
                        LOG.infof(
                                "%s: board repaired up to event %d",
                                centre, board.floor().sequence());
                    }
                });
    }
}
