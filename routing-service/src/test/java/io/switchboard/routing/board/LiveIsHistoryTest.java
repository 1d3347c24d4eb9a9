package io.switchboard.routing.board;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.switchboard.contracts.routing.RoutingEvent;
import io.switchboard.platform.testing.KafkaResource;
import io.switchboard.platform.testing.RedisResource;
import io.switchboard.platform.testing.TokenResource;
import io.switchboard.routing.board.Board.AgentLine;
import io.switchboard.routing.board.Board.QueueLine;
import io.switchboard.routing.centre.RandomStory;
import io.switchboard.routing.measures.AgentFigures;
import io.switchboard.routing.measures.Buckets;
import io.switchboard.routing.measures.Floor;
import io.switchboard.routing.measures.History;
import io.switchboard.routing.measures.Measuring;
import io.switchboard.routing.measures.OpenWork;
import io.switchboard.routing.measures.Place;
import io.switchboard.routing.measures.Subject;
import io.switchboard.routing.measures.WorkFigures;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Some hours that the engine told: applied to Redis as they come, and read from a file afterwards. */
@QuarkusTest
@QuarkusTestResource(KafkaResource.class)
@QuarkusTestResource(RedisResource.class)
@QuarkusTestResource(TokenResource.class)
class LiveIsHistoryTest {
    private static final Duration FIVE_SECONDS = Duration.ofSeconds(5);
    private static final int INPUTS = 1_500;

    @Inject
    BoardStore store;

    @Inject
    RepairBoards repairs;

    @Inject
    Boards boards;

    @Inject
    BoardConfig config;

    @Test
    void theBoardShowsWhatHistoryCountsFromTheSameEvents() throws IOException {
        List<RoutingEvent> events = RandomStory.events(7, INPUTS, "some-hours");
        Path file = Files.createTempFile("routing", ".events");
        Events.write(file, events);
        throughTwoReplicas(events);
        // Somebody is in the middle of something at the end, and a little later still.
        Instant now = events.getLast().at().plusSeconds(90);
        Board board = boards.of("acme", "some-hours", now).await().atMost(FIVE_SECONDS);

        var history = new History(config.abandonedSoon());
        var measuring = new Measuring(config.abandonedSoon(), Floor.EMPTY);
        Events.read(file).forEach(event -> {
            history.add(event);
            measuring.apply(event);
        });
        Buckets buckets = history.buckets("acme/some-hours", now);
        assertFigures(board, buckets, now);
        assertPlaces(board, measuring.floor().work().values(), now);
        assertThat(board.last30Minutes().work().answered()).isPositive();
        assertThat(board.today().work().answered())
                .isGreaterThan(board.last30Minutes().work().answered());
    }

    /** Each is stopped in turn, knows what it knew then, and gets again what the other one had. */
    private void throughTwoReplicas(List<RoutingEvent> events) {
        var one = new KeepBoard(store, repairs, config);
        var other = new KeepBoard(store, repairs, config);
        for (int from = 0; from < events.size(); from += 100) {
            KeepBoard keeper = from / 100 % 2 == 0 ? one : other;
            for (RoutingEvent event : events.subList(Math.max(0, from - 7), Math.min(events.size(), from + 100))) {
                keeper.apply(event, 0).await().atMost(FIVE_SECONDS);
            }
        }
    }

    private static void assertFigures(Board board, Buckets buckets, Instant now) {
        Instant day = now.atZone(ZoneOffset.UTC)
                .toLocalDate()
                .atStartOfDay(ZoneOffset.UTC)
                .toInstant();
        Instant window = now.truncatedTo(ChronoUnit.MINUTES).minus(Duration.ofMinutes(29));
        Instant end = now.plusSeconds(1);
        assertThat(board.queues()).extracting(QueueLine::queue).contains("billing", "general");
        for (QueueLine line : board.queues()) {
            Subject queue = Subject.queue(line.queue());
            assertThat(line.today()).isEqualTo(WorkFigures.of(buckets.sum(queue, day, end)));
            assertThat(line.last30Minutes()).isEqualTo(WorkFigures.of(buckets.sum(queue, window, end)));
        }
        for (AgentLine line : board.agents()) {
            assertThat(line.today()).isEqualTo(AgentFigures.of(buckets.sum(Subject.agent(line.agent()), day, end)));
        }
        assertThat(board.today().work()).isEqualTo(WorkFigures.of(buckets.sum(Subject.Kind.QUEUE, day, end)));
        assertThat(board.today().agents()).isEqualTo(AgentFigures.of(buckets.sum(Subject.Kind.AGENT, day, end)));
        assertThat(board.last30Minutes().work())
                .isEqualTo(WorkFigures.of(buckets.sum(Subject.Kind.QUEUE, window, end)));
        assertThat(board.last30Minutes().agents())
                .isEqualTo(AgentFigures.of(buckets.sum(Subject.Kind.AGENT, window, end)));
    }

    private static void assertPlaces(Board board, Collection<OpenWork> open, Instant now) {
        for (QueueLine line : board.queues()) {
            assertThat(line.waiting()).isEqualTo(count(open, line.queue(), Place.WAITING));
            assertThat(line.offered()).isEqualTo(count(open, line.queue(), Place.OFFERED));
            assertThat(line.held()).isEqualTo(count(open, line.queue(), Place.HELD));
            assertThat(line.deferred()).isEqualTo(count(open, line.queue(), Place.DEFERRED));
            assertThat(line.wrappingUp()).isEqualTo(count(open, line.queue(), Place.WRAPPING_UP));
            long oldest = open.stream()
                    .filter(work -> work.queue().equals(line.queue()) && work.place() == Place.WAITING)
                    .mapToLong(work -> Duration.between(work.start(), now).toSeconds())
                    .max()
                    .orElse(0);
            assertThat(line.oldestWaitSeconds()).isEqualTo(oldest);
        }
        for (AgentLine line : board.agents()) {
            assertThat((long) line.held())
                    .isEqualTo(open.stream()
                            .filter(work ->
                                    work.place() == Place.HELD && line.agent().equals(work.agent()))
                            .count());
        }
        assertThat(board.queues().stream()
                        .mapToInt(line -> line.waiting() + line.offered() + line.held())
                        .sum())
                .isPositive();
    }

    private static int count(Collection<OpenWork> open, String queue, Place place) {
        return (int) open.stream()
                .filter(work -> work.queue().equals(queue) && work.place() == place)
                .count();
    }
}
