package io.switchboard.routing.commands;

import static io.restassured.RestAssured.given;
import static io.switchboard.routing.centre.Fixtures.agent;
import static io.switchboard.routing.centre.Fixtures.general;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.smallrye.jwt.build.Jwt;
import io.switchboard.contracts.routing.RoutingEvent;
import io.switchboard.contracts.routing.RoutingSetup;
import io.switchboard.platform.testing.KafkaResource;
import io.switchboard.platform.testing.PostgresResource;
import io.switchboard.platform.testing.RedisResource;
import io.switchboard.platform.testing.TokenResource;
import io.switchboard.routing.streams.Topic;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** Commands by REST and their outcome as events; what was decided, when somebody asks. */
@QuarkusTest
@QuarkusTestResource(KafkaResource.class)
@QuarkusTestResource(RedisResource.class)
@QuarkusTestResource(TokenResource.class)
@QuarkusTestResource(
        value = PostgresResource.class,
        initArgs = @ResourceArg(name = PostgresResource.DATABASE, value = "routing"))
class CommandsApiTest {
    @ConfigProperty(name = "kafka.bootstrap.servers")
    String brokers;

    private final String centre = "c" + UUID.randomUUID().toString().substring(0, 8);

    @Test
    void isTakenAndWhatBecameOfItIsAnEvent() {
        try (var topic = new Topic(brokers, "acme", centre)) {
            topic.setUp(new RoutingSetup(
                    "",
                    "",
                    "1",
                    60,
                    3,
                    Map.of("email", 1),
                    List.of(general()),
                    List.of(agent("anna", 2), agent("ben", 2))));
            topic.next(RoutingEvent.SetupApplied.class);
            give("anna", "agent", "{\"type\":\"set-presence\",\"presence\":\"AVAILABLE\"}")
                    .statusCode(202);
            give("ben", "agent", "{\"type\":\"set-presence\",\"presence\":\"AWAY\"}")
                    .statusCode(202);
            topic.message("m1");
            var offered = topic.next(RoutingEvent.WorkOffered.class);
            assertThat(offered.agent()).isEqualTo("anna");
            UUID work = offered.workItem().workItemId();
            give("sue", "supervisor", "{\"type\":\"assign-work\",\"workItemId\":\"" + work + "\",\"toAgent\":\"ben\"}")
                    .statusCode(202);
            assertThat(topic.next(RoutingEvent.OfferWithdrawn.class).reason()).isEqualTo("assigned");
            var assigned = topic.next(RoutingEvent.WorkAssigned.class);
            assertThat(assigned.agent()).isEqualTo("ben");
            assertThat(assigned.by()).isEqualTo("sue");
            theDecisionsOn(work);
            String transfer =
                    "{\"type\":\"transfer-work\",\"workItemId\":\"" + work + "\",\"to\":{\"agent\":\"anna\"}}";
            give("ben", "agent", transfer).statusCode(202);
            assertThat(topic.next(RoutingEvent.WorkTransferred.class).to().agent())
                    .isEqualTo("anna");
            assertThat(topic.next(RoutingEvent.WorkOffered.class).agent()).isEqualTo("anna");
            UUID id = UUID.randomUUID();
            give(
                            "anna",
                            "agent",
                            "{\"type\":\"pick-work\",\"commandId\":\"" + id + "\",\"workItemId\":\"" + work + "\"}")
                    .statusCode(202)
                    .body("commandId", equalTo(id.toString()));
            var refused = topic.next(RoutingEvent.CommandRefused.class);
            assertThat(refused.commandId()).isEqualTo(id);
            assertThat(refused.reason()).isEqualTo("work-not-waiting");
        }
    }

    private void theDecisionsOn(UUID work) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> ask(work, "sue", "supervisor", centre)
                        .statusCode(200)
                        .body("type", hasItem("io.switchboard.routing.work-assigned.v1"))
                        .body("explanation.find { it != null }.candidates", equalTo(1))
                        .body("explanation.find { it != null }.qualified", equalTo(2)));
        ask(work, "sue", "supervisor", "elsewhere").statusCode(404);
        ask(UUID.randomUUID(), "sue", "supervisor", centre).statusCode(404);
    }

    @Test
    void isRefusedByNameWhenItIsNoCommand() {
        refused("not json", "Not JSON.");
        refused("[]", "Not a JSON object.");
        refused("{}", "Not a command: its type is unknown, or a field is of another kind.");
        refused("{\"type\":\"fly\"}", "Not a command: its type is unknown, or a field is of another kind.");
        refused("{\"type\":\"pick-work\"}", "Without workItemId.");
        refused(
                "{\"type\":\"pick-work\",\"workItemId\":\"seven\"}",
                "Not a command: its type is unknown, or a field is of another kind.");
    }

    private void refused(String body, String detail) {
        give("anna", "agent", body)
                .statusCode(400)
                .contentType("application/problem+json")
                .body("detail", equalTo(detail));
    }

    @Test
    void isForThoseWhomItConcerns() {
        String id = UUID.randomUUID().toString();
        given().contentType("application/json")
                .body("{}")
                .post("/api/v1/commands")
                .then()
                .statusCode(401);
        String assign = "{\"type\":\"assign-work\",\"workItemId\":\"" + id + "\",\"toAgent\":\"ben\"}";
        give("anna", "agent", assign).statusCode(403);
        String cancel = "{\"type\":\"cancel-work\",\"workItemId\":\"" + id + "\",\"reason\":\"spam\"}";
        give("anna", "agent", cancel).statusCode(403);
        give("crm", "integration", cancel).statusCode(202);
        give("crm", "integration", "{\"type\":\"pick-work\",\"workItemId\":\"" + id + "\"}")
                .statusCode(403);
        give("sue", "supervisor", "{\"type\":\"receive-work\"}").statusCode(400);
    }

    @Test
    void neverSaysWhoAsksOrForWhichCentre() {
        try (var topic = new Topic(brokers, "acme", centre)) {
            topic.setUp(new RoutingSetup(
                    "",
                    "",
                    "1",
                    60,
                    3,
                    Map.of("email", 1),
                    List.of(general()),
                    List.of(agent("anna", 2), agent("ben", 2))));
            give(
                            "anna",
                            "agent",
                            "{\"type\":\"set-presence\",\"presence\":\"AVAILABLE\",\"agent\":\"ben\","
                                    + "\"tenant\":\"globex\",\"centre\":\"main\",\"at\":\"2020-01-01T00:00:00Z\"}")
                    .statusCode(202);
            var changed = topic.next(RoutingEvent.PresenceChanged.class);
            assertThat(changed.agent()).isEqualTo("anna");
            assertThat(changed.tenant()).isEqualTo("acme");
        }
    }

    private ValidatableResponse give(String name, String role, String body) {
        return given().auth()
                .oauth2(token(name, role, centre))
                .contentType("application/json")
                .body(body)
                .post("/api/v1/commands")
                .then();
    }

    private static ValidatableResponse ask(UUID work, String name, String role, String centre) {
        return given().auth()
                .oauth2(token(name, role, centre))
                .get("/api/v1/work-items/" + work + "/decisions")
                .then();
    }

    private static String token(String name, String role, String centre) {
        return Jwt.claim("tenant", "acme")
                .claim("centre", centre)
                .claim("realm_access", Map.of("roles", List.of(role)))
                .preferredUserName(name)
                .audience(Set.of("switchboard"))
                .expiresIn(Duration.ofMinutes(5))
                .sign();
    }
}
