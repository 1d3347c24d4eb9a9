package io.switchboard.gateway.desk;

import static io.switchboard.gateway.desk.RoutingFixture.aWorkItem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.switchboard.contracts.routing.RoutingEvent;
import io.switchboard.contracts.routing.WorkItem;
import io.switchboard.gateway.desk.socket.DeskClient;
import io.switchboard.platform.testing.KafkaResource;
import io.switchboard.platform.testing.RedisResource;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Work stays on its agent's desk although Redis forgets it. */
@QuarkusTest
@QuarkusTestResource(KafkaResource.class)
@QuarkusTestResource(RedisResource.class)
@QuarkusTestResource(Tokens.class)
@QuarkusTestResource(Neighbours.class)
class RecoveredDesksTest {
    private static final RoutingFixture ROUTING = new RoutingFixture("acme", 3_000_000);
    private static final String DESKS = "gateway:desk:{acme/main}:";
    private static final String CERTAIN = "gateway:recovery:certain";
    private static final String NEXT = "gateway:recovery:next";

    @TestHTTPResource("/")
    URI base;

    @Inject
    RedisDataSource redis;

    @Test
    void whatAKilledRedisForgotIsBackWhenItAnswersAgain() {
        try (DeskClient desk = DeskClient.open(base, Tokens.agent("nora"))) {
            await().until(() -> redis.execute("GET", CERTAIN) != null);
            WorkItem work = accepted(desk, "nora");
            int before = desk.ofType("snapshot").size();
            forget("nora", work);
            loseConnections();
            awaitOnDesk(desk, before, work);
            assertThat(redis.execute("HGET", DESKS + "work:" + work.workItemId(), "agent")
                            .toString())
                    .isEqualTo("nora");
        }
    }

    @Test
    void anEmptyRedisIsFilledFromAllThatKafkaHas() {
        try (DeskClient desk = DeskClient.open(base, Tokens.agent("olga"))) {
            WorkItem work = accepted(desk, "olga");
            WorkItem done = accepted(desk, "olga");
            Topic.publish(ROUTING.completed(done, "olga"));
            desk.awaitType("work-gone");
            int before = desk.ofType("snapshot").size();
            forget("olga", work);
            forget("olga", done);
            redis.execute("DEL", CERTAIN, NEXT);
            loseConnections();
            awaitOnDesk(desk, before, work);
            assertThat(desk.ofType("snapshot").getLast().path("work")).hasSize(1);
        }
    }

    private static WorkItem accepted(DeskClient desk, String agent) {
        int before = desk.ofType("work").size();
        RoutingEvent.WorkOffered offer = ROUTING.offered(aWorkItem(), agent);
        Topic.publish(offer);
        Topic.publish(ROUTING.accepted(offer));
        desk.awaitType("work", before + 1);
        return offer.workItem();
    }

    private void forget(String agent, WorkItem work) {
        redis.execute(
                "DEL",
                DESKS + "work:" + work.workItemId(),
                DESKS + "seen:work:" + work.workItemId(),
                DESKS + "work-of:" + agent);
    }

    /** As when it is killed and comes again: who listens is thrown out. */
    private void loseConnections() {
        redis.execute("CLIENT", "KILL", "TYPE", "pubsub");
    }

    private static void awaitOnDesk(DeskClient desk, int before, WorkItem work) {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> desk.ofType("snapshot").stream()
                        .skip(before)
                        .anyMatch(snapshot -> snapshot.path("work")
                                .toString()
                                .contains(work.workItemId().toString())));
    }
}
