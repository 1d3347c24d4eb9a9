package io.switchboard.profile.api;

import static io.restassured.RestAssured.given;
import static io.switchboard.profile.support.Fixtures.aMessage;
import static io.switchboard.profile.support.Fixtures.aTenant;
import static io.switchboard.profile.support.Fixtures.accepted;
import static io.switchboard.profile.support.Fixtures.at;
import static io.switchboard.profile.support.Fixtures.completed;
import static io.switchboard.profile.support.Fixtures.queued;
import static io.switchboard.profile.support.Fixtures.reply;
import static io.switchboard.profile.support.Fixtures.settled;
import static io.switchboard.profile.support.Fixtures.understood;
import static io.switchboard.profile.support.Fixtures.work;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.switchboard.contracts.Topics;
import io.switchboard.contracts.customer.CustomerErased;
import io.switchboard.contracts.message.Message;
import io.switchboard.contracts.message.MessageIdentified;
import io.switchboard.contracts.message.Visibility;
import io.switchboard.contracts.reply.ReplySettled.Outcome;
import io.switchboard.kit.event.EventJson;
import io.switchboard.profile.ledger.LedgerState;
import io.switchboard.profile.support.Broker;
import io.switchboard.profile.support.ComponentTest;
import io.switchboard.profile.support.Database;
import io.switchboard.profile.support.Tokens;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A person sees what is known of them, and is forgotten: found nowhere afterwards, and missed in no figure. */
@ComponentTest
class RightsTest {
    @Inject
    Broker broker;

    @Inject
    Database database;

    private final String tenant = aTenant();
    /** A word that is nobody else's, in everything of the person. */
    private final String canary = "canary" + UUID.randomUUID().toString().substring(0, 8);

    private final String mail = canary + "@customer.example";

    private RequestSpecification as(String role) {
        return given().auth().oauth2(Tokens.of(role, tenant)).contentType("application/json");
    }

    private Message says(String handle) {
        Message plain = aMessage(tenant, "email", handle, Visibility.PRIVATE);
        return new Message(
                plain.messageId(),
                tenant,
                plain.centre(),
                plain.channel(),
                plain.account(),
                handle,
                "Ms " + canary,
                plain.conversationId(),
                plain.visibility(),
                "About " + canary,
                "I am " + canary + " and want my parcel",
                plain.attachments(),
                canary + "-1",
                List.of(),
                plain.sentAt(),
                plain.receivedAt());
    }

    /** Written, answered and done. */
    private MessageIdentified isServed(Message message, long sequence) {
        broker.receive(message);
        broker.understand(understood(message));
        await().until(() -> identified(message) != null);
        MessageIdentified identified = identified(message);
        var work = work(identified.customer(), message);
        broker.decide(queued(message, sequence, work));
        broker.decide(accepted(message, sequence + 1, "amy", work));
        var reply = reply("amy", work, message, at(sequence + 2));
        broker.request(reply);
        broker.settle(settled(reply, Outcome.SENT, at(sequence + 3)));
        broker.decide(completed(message, sequence + 4, "amy", work));
        await().until(() -> database.ledger(tenant, message.messageId())
                .filter(entry -> entry.state() == LedgerState.ANSWERED
                        && entry.facts().reply() != null
                        && entry.facts().routed() != null
                        && entry.facts().routed().sequence() == sequence + 4)
                .isPresent());
        return identified;
    }

    private MessageIdentified identified(Message message) {
        return broker.all(Topics.MESSAGES_IDENTIFIED, tenant).stream()
                .map(record -> EventJson.read(record.value(), MessageIdentified.class))
                .filter(event -> event.message().messageId().equals(message.messageId()))
                .findFirst()
                .orElse(null);
    }

    private UUID aPersonInEveryTable() {
        UUID customer = isServed(says(mail), 1).customer().customerId();
        isServed(says("x" + mail), 11);
        as("agent")
                .body("{\"text\":\"prefers to be called " + canary + "\"}")
                .post("/api/v1/customers/" + customer + "/notes")
                .then()
                .statusCode(201);
        as("supervisor")
                .body("{\"granted\":true}")
                .put("/api/v1/customers/" + customer + "/consent/email")
                .then()
                .statusCode(200);
        return customer;
    }

    private ValidatableResponse summary() {
        return as("supervisor").get("/api/v1/ledger").then().statusCode(200);
    }

    /** Every column of every table, looked at as one who sees all. */
    private List<String> tablesThatSay(String word) {
        List<String> found = new ArrayList<>();
        for (String table : database.tables()) {
            if (database.count("select count(*) from " + table + " one where strpos(lower(cast(one as text)), '" + word
                            + "') > 0")
                    > 0) {
                found.add(table);
            }
        }
        return found;
    }

    @Test
    void whoWasForgottenIsFoundNowhereAndMissedInNoFigure() {
        UUID customer = aPersonInEveryTable();
        assertThat(tablesThatSay(canary)).contains("customer", "handle", "message", "note", "searchable_text");
        String before = summary().extract().asString();
        long messages = database.count("select count(*) from message where tenant = '" + tenant + "'");

        as("agent").post("/api/v1/customers/" + customer + "/erasure").then().statusCode(403);
        as("supervisor")
                .post("/api/v1/customers/" + customer + "/erasure")
                .then()
                .statusCode(200)
                .body("what", equalTo("PERSON"))
                .body("messages", equalTo(2));

        as("agent").get("/api/v1/customers/" + customer).then().statusCode(404);
        assertThat(summary().extract().asString()).isEqualTo(before);
        assertThat(database.count("select count(*) from message where tenant = '" + tenant + "'"))
                .isEqualTo(messages);
        await().until(() ->
                erased().stream().anyMatch(event -> event.customerIds().contains(customer)));
        assertThat(erased().stream()
                        .mapToInt(event -> event.messageIds().size())
                        .sum())
                .isEqualTo(2);
        await().until(() ->
                database.count("select count(*) from erasure where tenant = '" + tenant + "' and told_at is null")
                        == 0);
        // Another person's, with an address like theirs.
        assertThat(tablesThatSay("x" + canary)).contains("handle");
        as("supervisor")
                .post("/api/v1/customers/" + other() + "/erasure")
                .then()
                .statusCode(200);
        assertThat(tablesThatSay(canary)).isEmpty();
        assertThat(tablesThatSay(customer.toString())).isEmpty();
        as("supervisor").get("/api/v1/erasures").then().statusCode(200).body("", hasSize(2));
    }

    private UUID other() {
        return UUID.fromString(database.text("select customer_id from handle where value = 'x" + mail + "'"));
    }

    private List<CustomerErased> erased() {
        return broker.all(Topics.CUSTOMERS_ERASED, tenant).stream()
                .map(record -> EventJson.read(record.value(), CustomerErased.class))
                .toList();
    }

    @Test
    void whoIsBeingServedIsNotForgotten() {
        Message message = says(mail);
        broker.receive(message);
        broker.understand(understood(message));
        await().until(() -> identified(message) != null);
        UUID customer = identified(message).customer().customerId();
        as("supervisor")
                .post("/api/v1/customers/" + customer + "/erasure")
                .then()
                .statusCode(409)
                .body("detail", containsString("1 of their messages"));
        as("agent").get("/api/v1/customers/" + customer).then().statusCode(200);
    }

    @Test
    void aPersonSeesAllThatIsKnownOfThem() {
        UUID customer = aPersonInEveryTable();
        String path = "/api/v1/customers/" + customer + "/export";
        as("supervisor")
                .accept("application/json")
                .get(path)
                .then()
                .statusCode(200)
                .body("handles[0].value", equalTo(mail))
                .body("messages", hasSize(2))
                .body("messages.find { it.direction == 'IN' }.text", containsString(canary))
                .body("messages.find { it.direction == 'IN' }.ledger", equalTo("ANSWERED"))
                .body("notes[0].text", containsString(canary))
                .body("consents[0].channel", equalTo("email"));
        as("supervisor")
                .accept("text/plain")
                .get(path)
                .then()
                .statusCode(200)
                .body(containsString("you: I am " + canary))
                .body(containsString("we: It is on its way."))
                .body(containsString("Wants to hear from us by email"));
        assertThat(database.count("select count(*) from export where tenant = '" + tenant + "'"))
                .isEqualTo(2);
        as("agent").get(path).then().statusCode(403);
        given().auth()
                .oauth2(Tokens.of("supervisor", aTenant()))
                .get(path)
                .then()
                .statusCode(404);
    }

    @Test
    void textIsKeptAsLongAsTheChannelSays() {
        isServed(says(mail), 1);
        as("supervisor")
                .body("{\"days\":0}")
                .put("/api/v1/retention/email")
                .then()
                .statusCode(400);
        as("supervisor")
                .body("{\"days\":1}")
                .put("/api/v1/retention/email")
                .then()
                .statusCode(204);
        as("supervisor").get("/api/v1/retention").then().statusCode(200).body("[0].days", equalTo(1));
        // Replies of the fixtures are of another year, messages of this minute.
        await().until(() -> database.count("select count(*) from message where tenant = '" + tenant
                        + "' and direction = 'OUT' and text = ''")
                == 1);
        assertThat(database.count("select count(*) from message where tenant = '" + tenant
                        + "' and direction = 'IN' and text <> ''"))
                .isEqualTo(1);
        summary().body("answered", equalTo(1));
        as("supervisor").delete("/api/v1/retention/email").then().statusCode(204);
        as("supervisor").get("/api/v1/retention").then().body("", hasSize(0));
    }
}
