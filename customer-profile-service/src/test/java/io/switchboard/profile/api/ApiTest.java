package io.switchboard.profile.api;

import static io.restassured.RestAssured.given;
import static io.switchboard.profile.support.Done.done;
import static io.switchboard.profile.support.Fixtures.aMessage;
import static io.switchboard.profile.support.Fixtures.aPrivateMessage;
import static io.switchboard.profile.support.Fixtures.aPublicPost;
import static io.switchboard.profile.support.Fixtures.aTenant;
import static io.switchboard.profile.support.Fixtures.reply;
import static io.switchboard.profile.support.Fixtures.settled;
import static io.switchboard.profile.support.Fixtures.understanding;
import static io.switchboard.profile.support.Fixtures.understood;
import static io.switchboard.profile.support.Fixtures.work;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.response.ValidatableResponse;
import io.switchboard.contracts.Topics;
import io.switchboard.contracts.customer.CustomerChanged;
import io.switchboard.contracts.message.Customer;
import io.switchboard.contracts.message.Message;
import io.switchboard.contracts.message.MessageUnderstood;
import io.switchboard.contracts.message.Relevance;
import io.switchboard.contracts.message.Standing;
import io.switchboard.contracts.message.Visibility;
import io.switchboard.contracts.reply.ReplySettled.Outcome;
import io.switchboard.kit.event.EventJson;
import io.switchboard.profile.history.FollowReply;
import io.switchboard.profile.history.ReceiveMessages;
import io.switchboard.profile.identity.IdentifyMessages;
import io.switchboard.profile.support.Broker;
import io.switchboard.profile.support.ComponentTest;
import io.switchboard.profile.support.Database;
import io.switchboard.profile.support.Tokens;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The REST door: who may see what, and how it answers. */
@ComponentTest
class ApiTest {
    @Inject
    IdentifyMessages identifyMessages;

    @Inject
    FollowReply followReply;

    @Inject
    Broker broker;

    @Inject
    Database database;

    private final String tenant = aTenant();
    private final Message message = aPrivateMessage(tenant);
    private Customer customer;

    @BeforeEach
    void aCustomerWroteAndWasAnswered() {
        customer = done(() -> identifyMessages.take(understood(message)))
                .orElseThrow()
                .message()
                .customer();
        var reply = reply(
                "amy", work(customer, message), message, message.receivedAt().plusSeconds(1));
        done(() -> followReply.requested(reply));
        done(() -> followReply.settled(
                settled(reply, Outcome.FAILED, reply.requestedAt().plusSeconds(1))));
    }

    @Test
    void aConversationIsToldBothWaysOldestFirst() {
        get("agent", tenant, "/api/v1/conversations/" + message.conversationId() + "/messages")
                .statusCode(200)
                .body("direction", contains("in", "out"))
                .body("[0].messageId", equalTo(message.messageId().toString()))
                .body("[0].text", equalTo("Where is my parcel?"))
                .body("[0].subject", equalTo("A parcel"))
                .body("[0].handleName", equalTo("Sam"))
                .body("[0].agent", nullValue())
                .body("[0]", hasKey("reply"))
                .body("[0].reply", nullValue())
                .body("[0].at", equalTo(message.receivedAt().toString()))
                .body("[0].attachments[0].name", equalTo("slip.png"))
                .body("[0].understanding.topic", equalTo("delivery"))
                .body("[1].agent", equalTo("amy"))
                .body("[1].understanding", nullValue())
                .body("[1].reply.state", equalTo("failed"))
                .body("[1].reply.reason", equalTo("the window is closed"));
    }

    @Test
    void aStoryCrossesConversationsAndKeepsTheNewest() {
        Message later = aMessage(tenant, "email", message.handle().toUpperCase(), Visibility.PRIVATE);
        done(() -> identifyMessages.take(understood(later)));
        String story = "/api/v1/customers/" + customer.customerId() + "/messages";
        // The reply was requested a second after the first message, so it comes after the second message.
        get("agent", tenant, story).statusCode(200).body("size()", equalTo(3));
        get("agent", tenant, story + "?limit=1").statusCode(200).body("direction", contains("out"));
    }

    @Test
    void theLedgerAddsUp() {
        Message chaff = aPublicPost(tenant);
        done(() -> identifyMessages.take(new MessageUnderstood(chaff, understanding(Relevance.CHAFF))));
        get("supervisor", tenant, "/api/v1/ledger")
                .statusCode(200)
                .body("assigned", equalTo(1))
                .body("chaff", equalTo(1))
                .body("waiting", equalTo(0))
                .body("answered", equalTo(0))
                .body("deadLettered", equalTo(0))
                .body("overdue", equalTo(0));
        get("supervisor", tenant, "/api/v1/ledger/messages/" + chaff.messageId())
                .statusCode(200)
                .body("state", equalTo("chaff"))
                .body("reason", equalTo("hashtags only (rules-1)"));
    }

    @Inject
    ReceiveMessages receiveMessages;

    @Test
    void whatWaitsPastItsDeadlineIsOverdue() {
        Message now = aPrivateMessage(tenant);
        Message old = new Message(
                now.messageId(),
                tenant,
                "main",
                now.channel(),
                now.account(),
                now.handle(),
                null,
                now.conversationId(),
                now.visibility(),
                null,
                "",
                List.of(),
                now.providerMessageId(),
                List.of(),
                now.sentAt(),
                now.receivedAt().minusSeconds(3700));
        done(() -> receiveMessages.take(List.of(new io.switchboard.contracts.message.MessageReceived(old))));
        get("supervisor", tenant, "/api/v1/ledger").body("waiting", equalTo(1)).body("overdue", equalTo(1));
        // Shown on the management port, by centre.
        await().atMost(Duration.ofSeconds(5))
                .until(() -> metrics()
                        .contains("switchboard_ledger_overdue{centre=\"main\",tenant=\"" + tenant + "\"} 1.0"));
    }

    private static String metrics() {
        int port = org.eclipse.microprofile.config.ConfigProvider.getConfig()
                .getValue("quarkus.management.test-port", Integer.class);
        return given().port(port).get("/q/metrics").asString();
    }

    @Test
    void aStandingIsKeptToldAndUsed() {
        put("supervisor", tenant, "{\"standing\":\"VIP\"}").statusCode(200).body("standing", equalTo("VIP"));
        get("agent", tenant, "/api/v1/customers/" + customer.customerId()).body("standing", equalTo("VIP"));
        await().until(() -> broker.all(Topics.CUSTOMERS_CHANGED, tenant).size() == 1);
        var changed = EventJson.read(
                broker.all(Topics.CUSTOMERS_CHANGED, tenant).getFirst().value(), CustomerChanged.class);
        assertThat(changed.customer().standing()).isEqualTo(Standing.VIP);
        assertThat(done(() -> identifyMessages.take(understood(message)))
                        .orElseThrow()
                        .message()
                        .customer()
                        .standing())
                .isEqualTo(Standing.VIP);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"standing\":\"VIP\",\"tenant\":\"other\"}",
                "{\"standing\":\"VIP\",\"standing\":\"STANDARD\"}",
                "{\"standing\":\"VIP\"} x",
                "{\"standing\":\"EMPEROR\"}",
                "{\"standing\":null}",
                "{}",
                "",
                "null",
                "[]",
                "{"
            })
    void aBodyThatIsNotExactlyAStandingIsRefused(String body) {
        put("supervisor", tenant, body)
                .statusCode(400)
                .contentType("application/problem+json")
                .body("status", equalTo(400));
        get("agent", tenant, "/api/v1/customers/" + customer.customerId()).body("standing", equalTo("STANDARD"));
    }

    @ParameterizedTest
    @CsvSource({
        "agent, /api/v1/customers/{c}, 200",
        "supervisor, /api/v1/customers/{c}, 200",
        "integration, /api/v1/customers/{c}, 200",
        "analyst, /api/v1/customers/{c}, 403",
        "agent, /api/v1/customers/{c}/messages, 200",
        "supervisor, /api/v1/customers/{c}/messages, 200",
        "integration, /api/v1/customers/{c}/messages, 200",
        "analyst, /api/v1/customers/{c}/messages, 403",
        "agent, /api/v1/conversations/{v}/messages, 200",
        "supervisor, /api/v1/conversations/{v}/messages, 200",
        "integration, /api/v1/conversations/{v}/messages, 200",
        "analyst, /api/v1/conversations/{v}/messages, 403",
        "agent, /api/v1/ledger, 403",
        "supervisor, /api/v1/ledger, 200",
        "integration, /api/v1/ledger, 200",
        "agent, /api/v1/ledger/messages/{m}, 403",
        "supervisor, /api/v1/ledger/messages/{m}, 200",
        "integration, /api/v1/ledger/messages/{m}, 200",
    })
    void everyRoleSeesItsOwnTenantsOnly(String role, String template, int status) {
        String path = template.replace("{c}", customer.customerId().toString())
                .replace("{v}", message.conversationId().toString())
                .replace("{m}", message.messageId().toString());
        get(role, tenant, path).statusCode(status);
        boolean shared = path.equals("/api/v1/ledger");
        var elsewhere = get(role, aTenant(), path).statusCode(status == 200 && !shared ? 404 : status);
        if (status == 200 && shared) {
            elsewhere.body("assigned", equalTo(0));
        }
        given().get(path).then().statusCode(401);
        given().auth()
                .oauth2(Tokens.of(role, tenant, Duration.ofMinutes(-10)))
                .get(path)
                .then()
                .statusCode(401);
    }

    @ParameterizedTest
    @CsvSource({"agent, 403", "analyst, 403", "supervisor, 200", "integration, 200"})
    void onlySomeRolesRankACustomer(String role, int status) {
        put(role, tenant, "{\"standing\":\"VIP\"}").statusCode(status);
        put(role, aTenant(), "{\"standing\":\"STANDARD\"}").statusCode(status == 200 ? 404 : status);
    }

    @Test
    void aTokenWithoutATenantTouchesNothing() {
        String nobodys = io.smallrye.jwt.build.Jwt.claims(
                        java.util.Map.of("realm_access", java.util.Map.of("roles", List.of("supervisor"))))
                .audience("switchboard")
                .sign();
        given().auth().oauth2(nobodys).get("/api/v1/ledger").then().statusCode(403);
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/customers/not-a-uuid, 404",
        "/api/v1/conversations/1/messages, 404",
        "/api/v1/ledger/messages/%00, 404",
        "/api/v1/customers/{c}/messages?limit=0, 400",
        "/api/v1/customers/{c}/messages?limit=501, 400",
        "/api/v1/customers/{c}/messages?limit=many, 404",
    })
    void nonsenseIsAProblemWithoutAStackTrace(String path, int status) {
        given().urlEncodingEnabled(false)
                .auth()
                .oauth2(Tokens.of("supervisor", tenant))
                .get(path.replace("{c}", customer.customerId().toString()))
                .then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body(org.hamcrest.Matchers.not(org.hamcrest.Matchers.containsString("Exception")));
    }

    @Test
    void aDatabaseThatIsAwayIsA503InTime() {
        database.close();
        try {
            long start = System.nanoTime();
            get("agent", tenant, "/api/v1/customers/" + customer.customerId())
                    .statusCode(503)
                    .contentType("application/problem+json")
                    .header("Retry-After", "2");
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(3));
        } finally {
            database.open();
        }
        await().untilAsserted(() -> get("agent", tenant, "/api/v1/customers/" + customer.customerId())
                .statusCode(200));
    }

    @Test
    void aLockedDatabaseIsA503InTime() throws Exception {
        try (var connection = database.connect();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("lock table customer in access exclusive mode");
            long start = System.nanoTime();
            get("agent", tenant, "/api/v1/customers/" + UUID.randomUUID()).statusCode(503);
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(3));
            connection.rollback();
        }
    }

    private ValidatableResponse get(String role, String tenant, String path) {
        return given().auth().oauth2(Tokens.of(role, tenant)).get(path).then();
    }

    private ValidatableResponse put(String role, String tenant, String body) {
        return given().auth()
                .oauth2(Tokens.of(role, tenant))
                .contentType("application/json")
                .body(body)
                .put("/api/v1/customers/" + customer.customerId() + "/standing")
                .then();
    }
}
