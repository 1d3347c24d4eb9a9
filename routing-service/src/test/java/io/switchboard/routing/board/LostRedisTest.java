package io.switchboard.routing.board;

import static io.switchboard.routing.centre.Fixtures.agent;
import static io.switchboard.routing.centre.Fixtures.general;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.switchboard.contracts.routing.Presence;
import io.switchboard.contracts.routing.RoutingEvent;
import io.switchboard.contracts.routing.RoutingSetup;
import io.switchboard.platform.testing.KafkaResource;
import io.switchboard.platform.testing.RedisResource;
import io.switchboard.platform.testing.TokenResource;
import io.switchboard.routing.board.Board.QueueLine;
import io.switchboard.routing.streams.Topic;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(KafkaResource.class)
@QuarkusTestResource(RedisResource.class)
@QuarkusTestResource(TokenResource.class)
class LostRedisTest {
    @ConfigProperty(name = "kafka.bootstrap.servers")
    String brokers;

    @Inject
    RedisDataSource redis;

    @Inject
    Boards boards;

    @Test
    void whatIsOpenAndWhatWasCountedComesBackWithoutAnyEvent() {
        try (var topic = busy("flushed")) {
            QueueLine before = until("flushed", 1, 1, 1);
            redis.execute("FLUSHALL");
            assertThat(board("flushed").queues()).isEmpty();
            QueueLine after = until("flushed", 1, 1, 1);
            assertThat(after.today()).isEqualTo(before.today());
            assertThat(after.last30Minutes()).isEqualTo(before.last30Minutes());
            assertThat(board("flushed").agents().getFirst().presence()).isEqualTo(Presence.AVAILABLE);
            topic.message("m9 of flushed");
            until("flushed", 2, 1, 1);
        }
    }

    @Test
    void anEventThatDoesNotFollowTheLastOneShowsThatRedisWentBack() {
        try (var topic = busy("went-back")) {
            QueueLine before = until("went-back", 1, 1, 1);
            String prefix = BoardKeys.prefix("acme", "went-back");
            // As a replica that was promised the data and had not all of it.
            redis.execute("SET", prefix + "sequence", "3");
            redis.execute("DEL", prefix + "work");
            topic.message("m4 of went-back");
            QueueLine after = until("went-back", 2, 1, 1);
            assertThat(after.today().arrived()).isEqualTo(before.today().arrived() + 1);
            assertThat(after.today().answered()).isEqualTo(before.today().answered());
        }
    }

    @Test
    void aRepairThatNobodyFinishedIsBegunAgain() {
        try (var topic = busy("half")) {
            until("half", 1, 1, 1);
            redis.execute("SET", BoardKeys.prefix("acme", "half") + "sequence", "repair:of-somebody-who-died");
            topic.message("m4 of half");
            assertThat(until("half", 2, 1, 1).today().arrived()).isEqualTo(4);
        }
    }

    private Topic busy(String centre) {
        var topic = new Topic(brokers, "acme", centre);
        topic.setUp(new RoutingSetup(
                "", "", "1", 60, 3, Map.of("email", 1), List.of(general()), List.of(agent("anna", 2))));
        topic.presence("anna", Presence.AVAILABLE);
        topic.message("m1 of " + centre);
        topic.accept("anna", topic.next(RoutingEvent.WorkOffered.class).offerId());
        topic.message("m2 of " + centre);
        topic.message("m3 of " + centre);
        return topic;
    }

    private QueueLine until(String centre, int waiting, int offered, int held) {
        return await().atMost(Duration.ofSeconds(30))
                .until(
                        () -> board(centre).queues().stream()
                                .filter(line -> line.queue().equals("general"))
                                .findFirst()
                                .orElse(null),
                        line -> line != null
                                && line.waiting() == waiting
                                && line.offered() == offered
                                && line.held() == held);
    }

    private Board board(String centre) {
        return boards.of("acme", centre, Instant.now()).await().atMost(Duration.ofSeconds(5));
    }
}
