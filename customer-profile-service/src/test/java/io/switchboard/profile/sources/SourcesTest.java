package io.switchboard.profile.sources;

import static io.restassured.RestAssured.given;
import static io.switchboard.profile.support.Done.done;
import static io.switchboard.profile.support.Fixtures.aMessage;
import static io.switchboard.profile.support.Fixtures.aTenant;
import static io.switchboard.profile.support.Fixtures.understood;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.response.ValidatableResponse;
import io.switchboard.contracts.Topics;
import io.switchboard.contracts.message.Visibility;
import io.switchboard.profile.identity.IdentifyMessages;
import io.switchboard.profile.support.Broker;
import io.switchboard.profile.support.ComponentTest;
import io.switchboard.profile.support.Database;
import io.switchboard.profile.support.Tokens;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Records of other systems, from outside: REST, Kafka, and what holds. */
@ComponentTest
class SourcesTest {
    private static final String TENANT = "tenant-of-sources";

    @Inject
    Broker broker;

    @Inject
    Database database;

    @Inject
    Sources sources;

    @Inject
    IdentifyMessages identifyMessages;

    private final String id = UUID.randomUUID().toString();

    @Test
    void aRecordIsACustomerWithWhatItSays() {
        put("crm", id, "{\"name\":\"Mia\",\"segment\":\"A\",\"lang\":\"de\"}")
                .statusCode(200)
                .body("outcome", equalTo("applied"))
                .body("customerId", equalTo(customer("crm", id).toString()));
        get("agent", "/api/v1/customers/" + customer("crm", id)).statusCode(200).body("name", equalTo("Mia"));
        attributes(customer("crm", id))
                .body("field", equalTo(List.of("language", "name", "tier")))
                .body("[2].holds.value", equalTo("gold"))
                .body("[2].holds.source", equalTo("crm"))
                .body("[2].holds.recordId", equalTo(id))
                .body("[2].overruled", hasSize(0));
        await().until(() -> told(customer("crm", id)) == 1);
    }

    @Test
    void theSameAgainIsToldToNobodyAndTheOlderChangesNothing() {
        putAt("crm", id, "{\"name\":\"Mia\"}", "2026-03-01T10:00:00Z").body("outcome", equalTo("applied"));
        putAt("crm", id, "{\"name\":\"Mia\"}", "2026-03-01T12:00:00Z").body("outcome", equalTo("unchanged"));
        putAt("crm", id, "{\"name\":\"Mila\"}", "2026-03-01T11:00:00Z").body("outcome", equalTo("older"));
        attributes(customer("crm", id))
                .body("[0].holds.value", equalTo("Mia"))
                .body("[0].holds.since", equalTo("2026-03-01T10:00:00Z"))
                .body("[0].holds.at", equalTo("2026-03-01T12:00:00Z"));
        putAt("crm", id, "{\"name\":\"Maria\"}", "2026-03-01T13:00:00Z").body("outcome", equalTo("applied"));
        await().until(() -> told(customer("crm", id)) >= 2);
        assertThat(told(customer("crm", id))).isEqualTo(2);
        get("agent", "/api/v1/customers/" + customer("crm", id)).body("name", equalTo("Maria"));
    }

    @Test
    void theWeightierSourceHoldsUntilItsRecordIsGone() {
        put("crm", id, "{\"name\":\"Mia\",\"email\":\"mia@customer.example\"}");
        put("billing", id, "{\"customer\":{\"name\":\"Mia López\"},\"turnover\":\"1250.50\"}");
        merge(customer("billing", id), customer("crm", id));
        attributes(customer("crm", id))
                .body("field", equalTo(List.of("email", "name", "value")))
                .body("[1].holds.value", equalTo("Mia López"))
                .body("[1].holds.source", equalTo("billing"))
                .body("[1].overruled.value", equalTo(List.of("Mia")))
                .body("[1].overruled.source", equalTo(List.of("crm")));
        // Overruled, so nothing that holds changes, and nobody is told.
        await().until(() -> told(customer("crm", id)) == 1);
        put("crm", id, "{\"name\":\"Mimi\",\"email\":\"mia@customer.example\"}").body("outcome", equalTo("applied"));
        delete("billing", id).body("outcome", equalTo("applied"));
        attributes(customer("crm", id))
                .body("field", equalTo(List.of("email", "name")))
                .body("[1].holds.value", equalTo("Mimi"))
                .body("[1].overruled", hasSize(0));
        await().until(() -> told(customer("crm", id)) >= 2);
        assertThat(told(customer("crm", id))).isEqualTo(2);
    }

    @Test
    void kafkaConnectsRecordsComeInWithAndWithoutEnvelope() {
        broker.sendAs("crm", id, "{\"id\":\"" + id + "\",\"name\":\"Mia\",\"tenant\":\"other\"}");
        awaitName("crm", id, "Mia");
        broker.sendAs(
                null,
                "crm/" + id,
                "{\"schema\":{\"type\":\"struct\"},\"payload\":{\"name\":\"Maria\",\"segment\":\"B\"}}");
        awaitName("crm", id, "Maria");
        broker.sendAs("crm", "{\"schema\":null,\"payload\":{\"id\":\"" + id + "\"}}", null);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> attributes(customer("crm", id)).body("", hasSize(0)));
        // Redelivered and late records change nothing; what comes later shows that they have been read.
        broker.sendAs("crm", id, "{\"name\":\"Old\",\"changedAt\":\"2026-01-01\"}");
        broker.sendAs("crm", id, "{\"name\":\"New\"}");
        awaitName("crm", id, "New");
        attributes(customer("crm", id)).body("[0].overruled", hasSize(0));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "crm|{|not a JsonNode: JsonEOFException",
                "crm|{\"vulnerable\":\"perhaps\"}|vulnerable is not true or false",
                "crm|{\"id\":\"another\"}|the record says another id than its key",
                "nobody|{}|no source is called so here",
                "|{}|no source: neither a header switchboard-source nor a key such as crm/4711",
            })
    void poisonGoesToTheDeadLettersWithItsReason(String source, String value, String reason) {
        broker.sendAs(source, id, value);
        await().atMost(Duration.ofSeconds(20))
                .until(() -> broker.reasons(Topics.deadLetter(Topics.CUSTOMERS_SOURCE_RECORDS), id)
                        .equals(List.of(reason)));
    }

    @Test
    void aBatchSaysOfEachWhatBecameOfIt() {
        post(
                        "crm",
                        "[{\"id\":\"" + id + "\",\"name\":\"Mia\"},{\"name\":\"Nobody\"},{\"id\":\"" + id
                                + "\",\"name\":\"Maria\"},{\"id\":\"b" + id + "\",\"lang\":\"?\"}]")
                .statusCode(200)
                .body("outcome", equalTo(List.of("applied", "refused", "applied", "refused")))
                .body("[1].reason", equalTo("the record has no id"))
                .body("[3].reason", containsString("language"))
                .body("[3].customerId", nullValue());
        attributes(customer("crm", id)).body("[0].holds.value", equalTo("Maria"));
        post("crm", "[" + "{},".repeat(500) + "{}]").statusCode(400);
        post("crm", "[]").statusCode(400);
        post("crm", "{}").statusCode(400);
    }

    @Test
    void nonsenseIsRefusedByName() {
        put("crm", id, "{\"id\":\"other\"}").statusCode(400).body("detail", containsString("another id"));
        put("crm", id, "[]").statusCode(400).body("detail", containsString("not an object"));
        putAt("crm", id, "{}", "tomorrow").statusCode(400).body("detail", containsString("at is not a time"));
        putAt("crm", id, "{}", "2999-01-01T00:00:00Z").statusCode(400).body("detail", containsString("future"));
        put("nobody", id, "{}").statusCode(404);
        put("other-tenants-crm", id, "{}").statusCode(404);
        get("agent", "/api/v1/customers/" + customer("crm", id)).statusCode(404);
    }

    @ParameterizedTest
    @CsvSource({"integration, 200", "supervisor, 403", "agent, 403", "analyst, 403"})
    void onlyIntegrationsBringRecords(String role, int status) {
        given().auth()
                .oauth2(Tokens.of(role, TENANT))
                .contentType("application/json")
                .body("{}")
                .put("/api/v1/sources/crm/records/" + id)
                .then()
                .statusCode(status);
        given().auth()
                .oauth2(Tokens.of(role, aTenant()))
                .contentType("application/json")
                .body("{}")
                .put("/api/v1/sources/crm/records/" + id)
                .then()
                .statusCode(status == 200 ? 404 : status);
        given().put("/api/v1/sources/crm/records/" + id).then().statusCode(401);
    }

    @Test
    void attributesAreTheTenantsOwn() {
        put("crm", id, "{\"name\":\"Mia\"}");
        given().auth()
                .oauth2(Tokens.of("agent", aTenant()))
                .get("/api/v1/customers/" + customer("crm", id) + "/attributes")
                .then()
                .statusCode(404);
        get("analyst", "/api/v1/customers/" + customer("crm", id) + "/attributes")
                .statusCode(403);
    }

    @Test
    void whoWritesFromAnAddressThatARecordNamesIsTheRecordsCustomer() {
        var message = aMessage(TENANT, "email", "mia" + id + "@customer.example", Visibility.PRIVATE);
        var writer = done(() -> identifyMessages.take(understood(message)))
                .orElseThrow()
                .message()
                .customer()
                .customerId();
        put(
                "crm",
                id,
                "{\"name\":\"Mia\",\"email\":\"Mia" + id + "@Customer.Example\",\"phone\":\"none\",\"segment\":\"A\"}");
        attributes(writer)
                .body("find { it.field == 'tier' }.holds.value", equalTo("gold"))
                // It can't be a number: shown as written, and nobody's handle.
                .body("find { it.field == 'phone' }.holds.value", equalTo("none"));
        // Both are told: the one by their own id, and as whom they are known now.
        await().until(() -> told(writer) >= 1 && told(customer("crm", id)) == 1);
        assertThat(done(() -> identifyMessages.take(understood(message)))
                        .orElseThrow()
                        .message()
                        .customer()
                        .customerId())
                .isEqualTo(customer("crm", id));
    }

    @Test
    void systemsAreAskedLiveAndAnsweredForByTheirState() {
        put("billing", id, "{\"customer\":{\"name\":\"Mia\"}}");
        String path = "/api/v1/customers/" + customer("billing", id) + "/lookups";
        get("agent", path)
                .statusCode(200)
                .body("source", equalTo(List.of("billing", "crm")))
                .body("state", equalTo(List.of("failed", "nothing")));
        get("integration", path).statusCode(403);
        given().auth().oauth2(Tokens.of("agent", aTenant())).get(path).then().statusCode(404);
    }

    /** As identities do it: nothing moves, the one points to the other. */
    private void merge(UUID one, UUID into) {
        database.in(
                TENANT,
                session -> session.createNativeQuery(
                                "update customer set merged_into = :into, root_id = :into where customer_id = :one")
                        .setParameter("into", into)
                        .setParameter("one", one)
                        .executeUpdate());
    }

    private UUID customer(String source, String recordId) {
        return sources.find(source).orElseThrow().customerId(recordId);
    }

    private void awaitName(String source, String recordId, String name) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> given().auth()
                        .oauth2(Tokens.of("agent", TENANT))
                        .get("/api/v1/customers/" + customer(source, recordId) + "/attributes")
                        .then()
                        .statusCode(200)
                        .body("find { it.field == 'name' }.holds.value", equalTo(name)));
    }

    private long told(UUID customer) {
        return broker.all(Topics.CUSTOMERS_CHANGED, TENANT).stream()
                .filter(record -> record.key().equals(customer.toString()))
                .map(record -> Broker.header(record, "ce_id"))
                .distinct()
                .count();
    }

    private ValidatableResponse attributes(UUID customer) {
        return get("agent", "/api/v1/customers/" + customer + "/attributes").statusCode(200);
    }

    private ValidatableResponse get(String role, String path) {
        return given().auth().oauth2(Tokens.of(role, TENANT)).get(path).then();
    }

    private ValidatableResponse put(String source, String recordId, String body) {
        return send(body)
                .put("/api/v1/sources/" + source + "/records/" + recordId)
                .then();
    }

    private ValidatableResponse putAt(String source, String recordId, String body, String at) {
        return send(body)
                .queryParam("at", at)
                .put("/api/v1/sources/" + source + "/records/" + recordId)
                .then();
    }

    private ValidatableResponse delete(String source, String recordId) {
        return send("").delete("/api/v1/sources/" + source + "/records/" + recordId)
                .then()
                .statusCode(200);
    }

    private ValidatableResponse post(String source, String body) {
        return send(body).post("/api/v1/sources/" + source + "/records").then();
    }

    private static io.restassured.specification.RequestSpecification send(String body) {
        return given().auth()
                .oauth2(Tokens.of("integration", TENANT))
                .contentType("application/json")
                .body(body);
    }
}
