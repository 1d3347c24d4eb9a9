package io.switchboard.gateway.desk.socket;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.switchboard.gateway.desk.DeskMessage;
import io.switchboard.gateway.story.Story;
import io.switchboard.kit.event.EventJson;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/** Shows supervisors the live board of their centre: asked once a second for all of them, sent when it changed. */
@ApplicationScoped
class BoardWatch {
    private static final Logger LOG = Logger.getLogger(BoardWatch.class);
    private static final String AWAY = "away";

    private final OpenDesks open;
    private final Story story;

    BoardWatch(OpenDesks open, Story story) {
        this.open = open;
        this.story = story;
    }

    private record Centre(String tenant, String centre) {}

    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> look() {
        Map<Centre, List<OpenDesk>> supervisors = open.all()
                .filter(desk -> desk.person().isSupervisor())
                .collect(Collectors.groupingBy(BoardWatch::centre));
        return Multi.createFrom()
                .iterable(supervisors.values())
                .onItem()
                .transformToUniAndMerge(this::show)
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Void> show(List<OpenDesk> desks) {
        // Their own tokens decide what they see; the one that lasts longest is the least likely to be refused.
        OpenDesk lasting =
                desks.stream().max(Comparator.comparing(BoardWatch::end)).orElseThrow();
        return story.board(lasting.person().token())
                .map(BoardWatch::read)
                .invoke(board -> desks.forEach(desk -> desk.show(state(board), message(board))))
                .replaceWithVoid()
                .onFailure()
                .recoverWithUni(failure -> {
                    LOG.debug("no board", failure);
                    desks.forEach(desk -> desk.show(AWAY, new DeskMessage.BoardAway()));
                    return Uni.createFrom().voidItem();
                });
    }

    private static Centre centre(OpenDesk desk) {
        var agent = desk.person().agent();
        return new Centre(agent.tenant(), agent.centre());
    }

    private static Instant end(OpenDesk desk) {
        Instant expiresAt = desk.person().expiresAt();
        return expiresAt == null ? Instant.MAX : expiresAt;
    }

    /** What must differ for a board to be sent again; its time alone is no news. */
    private static String state(JsonNode board) {
        return board.path("queues") + "\n" + board.path("agents");
    }

    private static DeskMessage message(JsonNode board) {
        return new DeskMessage.Board(board.path("queues"), board.path("agents"), board.path("at"));
    }

    private static JsonNode read(String json) {
        try {
            return EventJson.MAPPER.readTree(json);
        } catch (JsonProcessingException notABoard) {
            throw new IllegalStateException("routing's board is no JSON", notABoard);
        }
    }
}
