package io.switchboard.routing.board;

import io.switchboard.contracts.Keys;
import io.switchboard.contracts.Topics;
import io.switchboard.contracts.routing.RoutingEvent;
import io.switchboard.kit.event.Replay;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/** Reads a partition of {@code routing.events} from its beginning to its end, and sees what boards follow. */
@ApplicationScoped
class ReplayEvents {
    private final Replay replay;
    private final BoardConfig config;

    ReplayEvents(Replay replay, BoardConfig config) {
        this.replay = replay;
        this.config = config;
    }

    /**
     * Returns the boards by the keys of their centres. Blocks until all that is committed now was read.
     *
     * @throws org.apache.kafka.common.errors.TimeoutException when no broker answers
     */
    Map<String, Replayed> replay(int partition) {
        Map<String, Replayed> boards = new HashMap<>();
        replay.read(
                new TopicPartition(Topics.ROUTING_EVENTS, partition),
                RoutingEvent.class,
                event -> boards.computeIfAbsent(Keys.centre(event.tenant(), event.centre()), _ -> new Replayed(config))
                        .add(event));
        return boards;
    }
}
