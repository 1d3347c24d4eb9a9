package io.switchboard.gateway.api;

import static io.restassured.RestAssured.given;
import static io.switchboard.gateway.desk.RoutingFixture.aWorkItem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.oneOf;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import io.switchboard.contracts.Topics;
import io.switchboard.contracts.reply.ReplyRequested;
import io.switchboard.contracts.routing.Presence;
import io.switchboard.contracts.routing.RoutingCommand;
import io.switchboard.contracts.routing.RoutingEvent;
import io.switchboard.contracts.routing.WorkItem;
import io.switchboard.gateway.desk.Neighbours;
import io.switchboard.gateway.desk.RoutingFixture;
import io.switchboard.gateway.desk.Tokens;
import io.switchboard.gateway.desk.Topic;
import io.switchboard.platform.testing.KafkaResource;
import io.switchboard.platform.testing.RedisResource;
import java.time.Duration;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@QuarkusTest
@QuarkusTestResource(KafkaResource.class)
@QuarkusTestResource(RedisResource.class)
@QuarkusTestResource(Tokens.class)
@QuarkusTestResource(Neighbours.class)
class DeskApiTest {
    /** Far above those of other tests: the desks remember a centre's sequences. */
    private static final RoutingFixture ROUTING = new RoutingFixture("acme", 1_000_000);

    private static final String ID = UUID.randomUUID().toString();

    @Test
    void aDeskByRestFromPresenceToCompletion() {
        String agent = "rita";
        by(Tokens.agent(agent))
                .body("{\"presence\":\"AVAILABLE\"}")
                .put("/api/v1/agents/me/presence")
                .then()
                .statusCode(202)
                .body("$", hasKey("commandId"));
        var presence = Topic.find(
                Topics.ROUTING_COMMANDS,
                RoutingCommand.class,
                c -> c instanceof RoutingCommand.SetPresence s && s.agent().equals(agent));
        assertThat(((RoutingCommand.SetPresence) presence.value()).presence()).isEqualTo(Presence.AVAILABLE);

        var offer = offered(agent);
        WorkItem item = offer.workItem();
        by(Tokens.agent(agent))
                .get("/api/v1/work-items/" + item.workItemId())
                .then()
                .statusCode(200);
        by(Tokens.agent(agent))
                .post("/api/v1/offers/" + offer.offerId() + "/accept")
                .then()
                .statusCode(202);
        Topic.publish(ROUTING.accepted(offer));
        await().atMost(Duration.ofSeconds(15))
                .untilAsserted(() -> by(Tokens.agent(agent))
                        .get("/api/v1/agents/me")
                        .then()
                        .statusCode(200)
                        .body("offers.size()", equalTo(0))
                        .body(
                                "work[0].workItem.workItemId",
                                equalTo(item.workItemId().toString()))
                        .body("agent", equalTo(agent)));

        UUID replyId = UUID.randomUUID();
        by(Tokens.agent(agent))
                .body("{\"replyId\":\"" + replyId + "\",\"text\":\"Good day\"}")
                .post("/api/v1/work-items/" + item.workItemId() + "/replies")
                .then()
                .statusCode(202)
                .body("replyId", equalTo(replyId.toString()))
                .header("Location", endsWith("/api/v1/work-items/" + item.workItemId()));
        var reply = Topic.find(
                Topics.REPLIES_REQUESTED, ReplyRequested.class, r -> r.replyId().equals(replyId));
        assertThat(reply.value().handle()).isEqualTo(item.handle());
        by(Tokens.integration("crm"))
                .get("/api/v1/work-items/" + item.workItemId())
                .then()
                .statusCode(200)
                .body("agent", equalTo(agent))
                // The sender of the same gateway may already have found that nobody set this account up.
                .body("replies[0].outcome", oneOf("PENDING", "FAILED"));

        by(Tokens.agent(agent))
                .body("{\"disposition\":\"solved\"}")
                .post("/api/v1/work-items/" + item.workItemId() + "/complete")
                .then()
                .statusCode(202);
        Topic.publish(ROUTING.completed(item, agent));
        await().atMost(Duration.ofSeconds(15))
                .untilAsserted(() -> by(Tokens.agent(agent))
                        .get("/api/v1/work-items/" + item.workItemId())
                        .then()
                        .statusCode(404));
    }

    @Test
    void anothersWorkIsNotThere() {
        var offer = offered("tom");
        Topic.publish(ROUTING.accepted(offer));
        String work = "/api/v1/work-items/" + offer.workItem().workItemId();
        await().atMost(Duration.ofSeconds(15))
                .untilAsserted(() ->
                        by(Tokens.agent("tom")).get(work).then().statusCode(200).body("agent", equalTo("tom")));
        for (String other : new String[] {Tokens.agent("uwe"), Tokens.of("globex", "tom", "agent", "supervisor")}) {
            by(other).get(work).then().statusCode(404).contentType(containsString("problem+json"));
            by(other).body("{\"text\":\"x\"}").post(work + "/replies").then().statusCode(404);
            by(other).post(work + "/complete").then().statusCode(404);
            by(other).post(work + "/release").then().statusCode(404);
            by(other)
                    .post("/api/v1/offers/" + offer.offerId() + "/decline")
                    .then()
                    .statusCode(404);
        }
        by(Tokens.supervisor("sam")).get(work).then().statusCode(200);
    }

    static Stream<Arguments> whoMayNot() {
        String agent = Tokens.agent("vera");
        String integration = Tokens.integration("crm");
        return Stream.of(
                Arguments.of("GET", "/api/v1/agents/me", integration),
                Arguments.of("PUT", "/api/v1/agents/me/presence", integration),
                Arguments.of("POST", "/api/v1/offers/" + ID + "/accept", integration),
                Arguments.of("POST", "/api/v1/offers/" + ID + "/decline", integration),
                Arguments.of("POST", "/api/v1/work-items/" + ID + "/replies", integration),
                Arguments.of("POST", "/api/v1/work-items/" + ID + "/complete", integration),
                Arguments.of("POST", "/api/v1/work-items/" + ID + "/release", integration),
                Arguments.of("GET", "/api/v1/work-items/" + ID, Tokens.of("acme", "x", "visitor")),
                Arguments.of("GET", "/api/v1/customers/" + ID, Tokens.of("acme", "x", "visitor")),
                Arguments.of("POST", "/api/v1/customers/" + ID + "/notes", integration),
                Arguments.of("GET", "/api/v1/customers/" + ID + "/lookups", integration),
                Arguments.of("GET", "/api/v1/customers/" + ID + "/suggestions", integration),
                Arguments.of("POST", "/api/v1/customers/" + ID + "/suggestions/" + ID + "/confirm", integration),
                Arguments.of("POST", "/api/v1/customers/" + ID + "/suggestions/" + ID + "/reject", integration),
                Arguments.of("POST", "/api/v1/customers/" + ID + "/unmerge", integration),
                Arguments.of("GET", "/api/v1/board", agent));
    }

    @ParameterizedTest
    @MethodSource("whoMayNot")
    void theWrongRoleIsForbiddenAndNobodyIsUnauthorised(String method, String path, String token) {
        by(token).body("{}").request(method, path).then().statusCode(403);
        given().contentType(ContentType.JSON)
                .body("{}")
                .request(method, path)
                .then()
                .statusCode(401);
        String expired = Tokens.lasting(Duration.ofSeconds(-60), "acme", "vera", "agent", "supervisor", "integration");
        by(expired).body("{}").request(method, path).then().statusCode(401);
        by(token.substring(0, token.length() - 4) + "AAAA")
                .body("{}")
                .request(method, path)
                .then()
                .statusCode(401);
    }

    @Test
    void aTokenOfNoTenantMayTouchNothing() {
        String nobodys = Tokens.of(" ", "vera", "agent");
        by(nobodys).get("/api/v1/agents/me").then().statusCode(403);
    }

    @Test
    void whatTheApiDoesNotKnowIsRefused() {
        String presence = "/api/v1/agents/me/presence";
        for (String body : new String[] {
            "{\"presence\":\"AVAILABLE\",\"tenant\":\"globex\"}",
            "{\"presence\":\"AVAILABLE\",\"presence\":\"AWAY\"}",
            "{\"presence\":\"AVAILABLE\"} {}",
            "{\"presence\":\"NOT_RESPONDING\"}",
            "{}",
            "",
            "[]",
            "nonsense"
        }) {
            by(Tokens.agent("wim")).body(body).put(presence).then().statusCode(400);
        }
        String replies = "/api/v1/work-items/" + ID + "/replies";
        by(Tokens.agent("wim")).body("{\"text\":\" \"}").post(replies).then().statusCode(400);
        by(Tokens.agent("wim"))
                .body("{\"text\":\"" + "x".repeat(10_001) + "\"}")
                .post(replies)
                .then()
                .statusCode(400);
        by(Tokens.agent("wim")).get("/api/v1/work-items/not-an-id").then().statusCode(404);
    }

    @Test
    void theStoryIsToldByTheNeighboursWithTheCallersToken() {
        String token = Tokens.agent("xenia");
        by(token)
                .get("/api/v1/customers/" + Neighbours.KNOWN)
                .then()
                .statusCode(200)
                .body("customerId", equalTo(Neighbours.KNOWN));
        assertThat(Neighbours.TOKENS).contains("Bearer " + token);
        by(token)
                .get("/api/v1/conversations/" + Neighbours.KNOWN + "/messages")
                .then()
                .statusCode(200);
        by(token).get("/api/v1/customers/" + ID).then().statusCode(404).contentType(containsString("problem+json"));
        by(Tokens.integration("crm"))
                .get("/api/v1/board")
                .then()
                .statusCode(200)
                .body("queues[0].waiting", equalTo(2));
    }

    @Test
    void whatAnAgentSaysOfACustomerIsHandedOnAsItIs() {
        String customer = "/api/v1/customers/" + Neighbours.KNOWN;
        RequestSpecification agent = by(Tokens.agent("yara"));
        agent.get(customer + "/timeline?limit=3&before=x_y").then().statusCode(200);
        assertThat(Neighbours.SAID).contains("GET " + customer + "/timeline?before=x_y&limit=3 null ");

        agent.get(customer + "/attributes").then().statusCode(200);
        agent.get(customer + "/lookups").then().statusCode(200);

        String note = "{\"text\":\"Call after six\"}";
        agent.body(note).post(customer + "/notes").then().statusCode(201).body("text", equalTo("Call after six"));
        assertThat(Neighbours.SAID).contains("POST " + customer + "/notes null " + note);
    }

    @Test
    void whoIsWhoIsDecidedAtTheDesk() {
        String customer = "/api/v1/customers/" + Neighbours.KNOWN;
        String suggestion = customer + "/suggestions/" + Neighbours.KNOWN;
        RequestSpecification agent = by(Tokens.agent("zoe"));
        agent.get(customer + "/identity").then().statusCode(200).header("ETag", equalTo("\"7\""));
        agent.get(customer + "/suggestions").then().statusCode(200);
        agent.body("{\"reason\":\"same voice\"}")
                .post(suggestion + "/confirm")
                .then()
                .statusCode(200)
                .body("reason", equalTo("same voice"));
        agent.body("{}").post(suggestion + "/reject").then().statusCode(204);
        agent.header("If-Match", "\"6\"")
                .body("{\"reason\":\"two brothers\"}")
                .post(customer + "/unmerge")
                .then()
                .statusCode(412)
                .contentType(containsString("problem+json"))
                .body("detail", equalTo("Look again."));
        assertThat(Neighbours.SAID).contains("POST " + customer + "/unmerge \"6\" {\"reason\":\"two brothers\"}");
        by(Tokens.agent("zoe"))
                .get("/api/v1/customers/" + ID + "/identity")
                .then()
                .statusCode(404)
                .contentType(containsString("problem+json"));
    }

    @Test
    void withoutKeycloakNobodySignsInAndTokensWorkOn() {
        given().redirects().follow(false).get("/desk/").then().statusCode(503);
        given().cookie("q_session_pages", "x")
                .get("/api/v1/agents/me")
                .then()
                .statusCode(503)
                .contentType(containsString("problem+json"));
        by(Tokens.agent("wim")).get("/api/v1/agents/me").then().statusCode(200);
        by(Tokens.agent("wim"))
                .cookie("q_session_pages", "x")
                .get("/api/v1/agents/me")
                .then()
                .statusCode(200);
    }

    @Test
    void thePageIsServedToAgentsOnlyAndRunsNothingForeign() {
        by(Tokens.agent("wim"))
                .get("/desk/")
                .then()
                .statusCode(200)
                .header("Content-Security-Policy", containsString("default-src 'self'"))
                .body(containsString("main.js"));
        by(Tokens.integration("crm")).get("/desk/").then().statusCode(403);
    }

    @Test
    void theApiIsDocumented() {
        given().accept(ContentType.JSON)
                .get("/q/openapi")
                .then()
                .statusCode(200)
                .body("paths", hasKey("/api/v1/work-items/{id}/replies"));
    }

    private static RoutingEvent.WorkOffered offered(String agent) {
        var offer = ROUTING.offered(aWorkItem(), agent);
        Topic.publish(offer);
        await().atMost(Duration.ofSeconds(15))
                .untilAsserted(() -> by(Tokens.agent(agent))
                        .get("/api/v1/agents/me")
                        .then()
                        .body(
                                "offers.offerId.flatten()",
                                org.hamcrest.Matchers.hasItem(offer.offerId().toString())));
        return offer;
    }

    private static RequestSpecification by(String token) {
        return given().auth().oauth2(token).contentType(ContentType.JSON);
    }
}
