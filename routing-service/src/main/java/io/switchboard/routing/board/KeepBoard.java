package io.switchboard.routing.board;

import io.smallrye.mutiny.Uni;
import io.switchboard.contracts.Keys;
import io.switchboard.contracts.routing.RoutingEvent;
import io.switchboard.routing.events.EventView;
import io.switchboard.routing.events.ToldEvent;
import io.switchboard.routing.measures.Measuring;
import io.switchboard.routing.measures.Step;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the boards up to date with what routing decided. What measuring remembers is in memory and in Redis; a write that
 * does not find Redis as memory believes it to be is not done, and memory is read anew.
 */
@ApplicationScoped
class KeepBoard implements EventView {
    private static final Logger LOG = Logger.getLogger(KeepBoard.class);
    private static final int REPAIRS = 2;

    private final BoardStore boards;
    private final RepairBoards repairs;
    private final BoardConfig config;
    private final Map<String, Measuring> centres = new ConcurrentHashMap<>();

    KeepBoard(BoardStore boards, RepairBoards repairs, BoardConfig config) {
        this.boards = boards;
        this.repairs = repairs;
        this.config = config;
    }

    @Override
    public Uni<Void> show(ToldEvent told) {
        return apply(told.event(), told.partition());
    }

    /** Applies an event; one that was applied already changes nothing. */
    Uni<Void> apply(RoutingEvent event, int partition) {
        @Nullable Measuring known = centres.get(Keys.centre(event.tenant(), event.centre()));
        if (known != null && event.sequence() <= known.sequence()) {
            return Uni.createFrom().voidItem();
        }
        return known != null && event.sequence() == known.sequence() + 1
                ? write(known, event, partition)
                : readAnew(event, partition, REPAIRS);
    }

    private Uni<Void> readAnew(RoutingEvent event, int partition, int repairsLeft) {
        String centre = Keys.centre(event.tenant(), event.centre());
        return boards.load(centre).flatMap(floor -> {
            var measuring = new Measuring(config.abandonedSoon(), floor);
            centres.put(centre, measuring);
            if (event.sequence() <= floor.sequence()) {
                return Uni.createFrom().voidItem();
            }
            if (event.sequence() == floor.sequence() + 1) {
                return write(measuring, event, partition);
            }
            if (repairsLeft == 0) {
                // The topic itself has a gap here: better a board without what is gone than none.
                LOG.warnf("%s: no events from %d to %d", centre, floor.sequence() + 1, event.sequence() - 1);
                return write(measuring, event, partition);
            }
            return repairs.repair(partition).chain(() -> readAnew(event, partition, repairsLeft - 1));
        });
    }

    private Uni<Void> write(Measuring measuring, RoutingEvent event, int partition) {
        String centre = Keys.centre(event.tenant(), event.centre());
        long before = measuring.sequence();
        Step step = measuring.apply(event);
        return boards.write(centre, before, event.sequence(), StepWrites.of(step, event.at(), config.zone()))
                .onFailure()
                .invoke(() -> centres.remove(centre))
                .flatMap(written -> written ? Uni.createFrom().voidItem() : readAnew(event, partition, REPAIRS));
    }
}
