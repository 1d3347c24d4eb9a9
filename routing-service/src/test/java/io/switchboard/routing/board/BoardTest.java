package io.switchboard.routing.board;

import static io.restassured.RestAssured.given;
import static io.switchboard.routing.centre.Fixtures.agent;
import static io.switchboard.routing.centre.Fixtures.general;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.smallrye.jwt.build.Jwt;
import io.switchboard.contracts.routing.Presence;
import io.switchboard.contracts.routing.RoutingEvent;
import io.switchboard.contracts.routing.RoutingSetup;
import io.switchboard.platform.testing.KafkaResource;
import io.switchboard.platform.testing.RedisResource;
import io.switchboard.platform.testing.TokenResource;
import io.switchboard.routing.centre.Fixtures;
import io.switchboard.routing.measures.Story;
import io.switchboard.routing.streams.Topic;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(KafkaResource.class)
@QuarkusTestResource(RedisResource.class)
@QuarkusTestResource(TokenResource.class)
class BoardTest {
    @ConfigProperty(name = "kafka.bootstrap.servers")
    String brokers;

    @Inject
    KeepBoard keeper;

    @Inject
    BoardStore store;

    @Inject
    RepairBoards repairs;

    @Inject
    Boards boards;

    @Inject
    BoardConfig config;

    @TestHTTPResource(value = "/openapi", management = true)
    String management;

    @Test
    void showsWhatWaitsIsOfferedAndIsHeldAndWhoIsThere() {
        try (var topic = new Topic(brokers, "acme", "board")) {
            topic.setUp(new RoutingSetup(
                    "", "", "1", 60, 3, Map.of("email", 1), List.of(general()), List.of(agent("anna", 2))));
            topic.presence("anna", Presence.AVAILABLE);
            topic.message("m1");
            var first = topic.next(RoutingEvent.WorkOffered.class);
            topic.accept("anna", first.offerId());
            topic.message("m2");
            topic.message("m3");
            until("general", 1, 1, 1);
            JsonPath board = board("board");
            assertThat(board.getString("agents[0].agent")).isEqualTo("anna");
            assertThat(board.getString("agents[0].presence")).isEqualTo("AVAILABLE");
            assertThat(board.getInt("agents[0].held")).isEqualTo(1);
            assertThat(board.getInt("agents[0].offered")).isEqualTo(1);

            topic.presence("anna", Presence.AWAY);
            until("general", 2, 0, 1);
            topic.complete("anna", first.workItem().workItemId());
            until("general", 2, 0, 0);
            JsonPath after = board("board");
            assertThat(after.getInt("agents[0].held")).isZero();
            assertThat(after.getInt("agentsByPresence.AWAY")).isEqualTo(1);
            assertThat(after.getInt("agents[0].today.handled")).isEqualTo(1);
            for (String window : List.of("last30Minutes", "today")) {
                assertThat(after.getInt("queues[0]." + window + ".arrived")).isEqualTo(3);
                assertThat(after.getInt("queues[0]." + window + ".answered")).isEqualTo(1);
                assertThat(after.getDouble(window + ".work.serviceLevel")).isEqualTo(1);
                assertThat(after.getInt(window + ".agents.completed")).isEqualTo(1);
            }
        }
    }

    @Test
    void anEventAppliedTwiceCountsOnce() {
        var at = Fixtures.NINE;
        var refused = new RoutingEvent.PresenceChanged(
                Fixtures.id("e"), "acme", "twice", 1, at, "anna", Presence.AVAILABLE, null);
        var stale =
                new RoutingEvent.PresenceChanged(Fixtures.id("e"), "acme", "twice", 1, at, "anna", Presence.AWAY, null);
        keeper.apply(refused, 0).await().atMost(Duration.ofSeconds(5));
        keeper.apply(stale, 0).await().atMost(Duration.ofSeconds(5));
        assertThat(board("twice").getString("agents[0].presence")).isEqualTo("AVAILABLE");
    }

    @Test
    void twoWhoBelieveToBeNextCountAnEventOnce() {
        var story = new Story("acme", "two", Fixtures.NINE);
        var other = new KeepBoard(store, repairs, config);
        apply(story.queued("w1", "general"), keeper, other);
        // Both have seen the first event now, and neither knows that the other has seen the second.
        apply(story.queued("w2", "general"), keeper, other);
        Board board = boards.of("acme", "two", story.now()).await().atMost(Duration.ofSeconds(5));
        assertThat(board.queues().getFirst().waiting()).isEqualTo(2);
        assertThat(board.queues().getFirst().today().arrived()).isEqualTo(2);
    }

    private static void apply(Story story, KeepBoard... keepers) {
        for (KeepBoard one : keepers) {
            one.apply(story.events().getLast(), 0).await().atMost(Duration.ofSeconds(5));
        }
    }

    @Test
    void isForSupervisorsAndSystemsOfTheCentreOnly() {
        given().get("/api/v1/board").then().statusCode(401);
        given().auth()
                .oauth2(token("agent", "board"))
                .get("/api/v1/board")
                .then()
                .statusCode(403);
        given().auth()
                .oauth2(token("integration", "board"))
                .get("/api/v1/board")
                .then()
                .statusCode(200);
        assertThat(board("somewhere-else").getList("queues")).isEmpty();
        assertThat(board("somewhere-else").getList("agents")).isEmpty();
    }

    @Test
    void isInTheOpenApiDocument() {
        given().get(management).then().statusCode(200).body(containsString("/api/v1/board"));
    }

    private void until(String queue, int waiting, int offered, int held) {
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            Map<String, Object> line = board("board").getMap("queues.find { it.queue == '" + queue + "' }");
            assertThat(line)
                    .containsEntry("waiting", waiting)
                    .containsEntry("offered", offered)
                    .containsEntry("held", held);
        });
    }

    private static JsonPath board(String centre) {
        return given().auth()
                .oauth2(token("supervisor", centre))
                .get("/api/v1/board")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static String token(String role, String centre) {
        return Jwt.claim("tenant", "acme")
                .claim("centre", centre)
                .claim("realm_access", Map.of("roles", List.of(role)))
                .preferredUserName("sue")
                .audience(Set.of("switchboard"))
                .expiresIn(Duration.ofMinutes(5))
                .sign();
    }
}
