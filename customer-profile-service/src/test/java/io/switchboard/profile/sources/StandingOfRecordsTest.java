package io.switchboard.profile.sources;

import static io.restassured.RestAssured.given;
import static io.switchboard.profile.support.Fixtures.aMessage;
import static io.switchboard.profile.support.Fixtures.understood;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.switchboard.contracts.Topics;
import io.switchboard.contracts.customer.CustomerChanged;
import io.switchboard.contracts.message.Consent;
import io.switchboard.contracts.message.Customer;
import io.switchboard.contracts.message.Message;
import io.switchboard.contracts.message.MessageIdentified;
import io.switchboard.contracts.message.Visibility;
import io.switchboard.kit.event.EventJson;
import io.switchboard.profile.support.Broker;
import io.switchboard.profile.support.ComponentTest;
import io.switchboard.profile.support.Tokens;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What other systems say counts in a customer's standing: on messages, in what is told, and at the door. */
@ComponentTest
class StandingOfRecordsTest {
    private static final String TENANT = "tenant-of-standing";
    private static final String LONG_AGO = "2026-01-01T00:00:00Z";

    @Inject
    Broker broker;

    @Inject
    Sources sources;

    private final String id = UUID.randomUUID().toString();
    private final String mail = "mia" + id + "@customer.example";
    private final Message message = aMessage(TENANT, "email", mail, Visibility.PRIVATE);

    @Test
    void aMessageIsIdentifiedWithWhatARecordSays() {
        put("loyalty", """
                "tier":"gold","value":"1250.50","lang":"de","vulnerable":"yes","silent":"yes","mails":"no",
                "changedAt":"2026-01-01T00:00:00Z"
                """);
        Customer customer = identified(message);
        assertThat(customer.customerId()).isEqualTo(customer("loyalty"));
        assertThat(customer.tier()).isEqualTo("gold");
        assertThat(customer.value()).isEqualByComparingTo(new BigDecimal("1250.5"));
        assertThat(customer.language()).isEqualTo("de");
        assertThat(customer.vulnerable()).isTrue();
        assertThat(customer.doNotContact()).isTrue();
        assertThat(customer.consents())
                .containsExactly(new Consent("email", false, Instant.parse(LONG_AGO), "source:loyalty"));
        shown().body("tier", equalTo("gold")).body("vulnerable", equalTo(true));
        awaitTold("gold");
    }

    @Test
    void whoWasThereFirstIsKnownBetterOnceARecordComes() {
        assertThat(identified(message).tier()).isNull();
        broker.sendAs("loyalty", id, "{\"mail\":\"" + mail + "\",\"tier\":\"gold\",\"vulnerable\":\"yes\"}");
        awaitTold("gold");
        Customer customer = identified(aMessage(TENANT, "email", mail, Visibility.PRIVATE));
        assertThat(customer.tier()).isEqualTo("gold");
        assertThat(customer.vulnerable()).isTrue();
        // Nobody says their language, so it is what they write.
        assertThat(customer.language()).isEqualTo("en");
    }

    @Test
    void theWeightierSourceCountsAsLongAsItHasThem() {
        put("ledgers", "\"tier\":\"silver\",\"value\":\"5\",\"vulnerable\":\"no\"");
        put("loyalty", "\"tier\":\"gold\",\"value\":\"10\",\"vulnerable\":\"yes\",\"lang\":\"de\"");
        shown().body("tier", equalTo("silver"))
                .body("value", equalTo(5))
                .body("vulnerable", equalTo(false))
                .body("language", equalTo("de"));
        shownAs("tier").body("holds.source", equalTo("ledgers"));
        delete("ledgers");
        shown().body("tier", equalTo("gold")).body("value", equalTo(10)).body("vulnerable", equalTo(true));
        awaitTold("gold");
    }

    @Test
    void theLaterWordOnTierAndLanguageCounts() {
        put("loyalty", "\"tier\":\"gold\",\"lang\":\"de\",\"changedAt\":\"2026-01-01\"");
        say("\"tier\":\"silver\",\"language\":\"fr\"")
                .body("tier", equalTo("silver"))
                .body("language", equalTo("fr"));
        shownAs("tier").body("holds.value", equalTo("gold")).body("saidHere.value", equalTo("silver"));
        // The same record again is no later word.
        put("loyalty", "\"tier\":\"gold\",\"lang\":\"de\"");
        shown().body("tier", equalTo("silver")).body("language", equalTo("fr"));
        put("loyalty", "\"tier\":\"platinum\",\"lang\":\"es\"");
        shown().body("tier", equalTo("platinum")).body("language", equalTo("es"));
        shownAs("tier").body("saidHere", nullValue());
        // The same word said again is a later one, though nothing of it is new here.
        say("\"tier\":\"silver\",\"language\":\"fr\"")
                .body("tier", equalTo("silver"))
                .body("language", equalTo("fr"));
        // Taken back, it is as if nobody had said it.
        say("\"tier\":\"\",\"language\":\"und\"")
                .body("tier", equalTo("platinum"))
                .body("language", equalTo("es"));
    }

    @Test
    void aWordThatIsSaidAgainByAnotherSystemIsALaterOneAndTold() {
        put("ledgers", "\"value\":\"1\",\"changedAt\":\"2026-01-01\"");
        put("loyalty", "\"tier\":\"gold\",\"changedAt\":\"2026-01-01\"");
        say("\"tier\":\"silver\"").body("tier", equalTo("silver"));
        awaitTold("silver");
        put("ledgers", "\"value\":\"1\",\"tier\":\"gold\"");
        shown().body("tier", equalTo("gold"));
        awaitTold("gold");
    }

    @Test
    void theLatestWordOnConsentCounts() {
        put("loyalty", "\"mails\":\"yes\",\"changedAt\":\"2026-01-01\"");
        shown().body("consents.by", contains("source:loyalty"))
                .body("consents[0].at", equalTo(LONG_AGO))
                .body("consents[0].granted", equalTo(true));
        consent(false, "2026-02-01T00:00:00Z")
                .body("consents.by", contains("supervisor-1"))
                .body("consents[0].granted", equalTo(false));
        shownAs("consent.email").body("saidHere.value", equalTo("false")).body("saidHere.by", equalTo("supervisor-1"));
        // A list that is sent again each night does not bring back what somebody took back.
        put("loyalty", "\"mails\":\"yes\"");
        shown().body("consents[0].granted", equalTo(false));
        put("loyalty", "\"mails\":\"no\"");
        put("loyalty", "\"mails\":\"yes\"");
        shown().body("consents.by", contains("source:loyalty")).body("consents[0].granted", equalTo(true));
        consent(false, "2026-03-01T00:00:00Z").body("consents[0].granted", equalTo(true));
    }

    @Test
    void careCountsWhoeverAsksForIt() {
        put("loyalty", "\"vulnerable\":\"yes\",\"silent\":\"no\"");
        say("\"vulnerable\":false,\"doNotContact\":true")
                .body("vulnerable", equalTo(true))
                .body("doNotContact", equalTo(true));
        shownAs("vulnerable").body("saidHere", nullValue());
        shownAs("doNotContact").body("holds.value", equalTo("false")).body("saidHere.value", equalTo("true"));
        put("loyalty", "\"vulnerable\":\"no\",\"silent\":\"no\"");
        shown().body("vulnerable", equalTo(false)).body("doNotContact", equalTo(true));
    }

    @Test
    void whatSomebodyIsWorthASystemKnowsBest() {
        put("loyalty", "\"tier\":\"gold\"");
        say("\"value\":900").body("value", equalTo(900));
        put("loyalty", "\"value\":\"12.50\"");
        say("\"value\":950").body("value", equalTo(12.5f));
        put("loyalty", "\"tier\":\"gold\"");
        shown().body("value", equalTo(950));
    }

    @Test
    void aMergeMovesNoRecordAndIsTakenBackExactly() {
        put("loyalty", "\"tier\":\"gold\",\"vulnerable\":\"yes\",\"mails\":\"no\"");
        String other = "{\"tier\":\"silver\",\"value\":\"7\",\"mails\":\"yes\"}";
        as("integration")
                .body(other)
                .put("/api/v1/sources/ledgers/records/" + id)
                .then()
                .statusCode(200);
        UUID loyal = customer("loyalty");
        UUID booked = customer("ledgers");
        assertThat(identified(message).customerId()).isEqualTo(loyal);
        change(booked, "merge", "{\"into\":\"" + loyal + "\",\"reason\":\"the same\"}");
        for (UUID one : List.of(loyal, booked)) {
            customer(one)
                    .body("tier", equalTo("silver"))
                    .body("value", equalTo(7))
                    .body("vulnerable", equalTo(true))
                    .body("consents[0].granted", equalTo(true));
        }
        awaitTold("silver");
        assertThat(identified(aMessage(TENANT, "email", mail, Visibility.PRIVATE))
                        .tier())
                .isEqualTo("silver");
        change(booked, "unmerge", "{\"reason\":\"not the same\"}");
        customer(loyal)
                .body("tier", equalTo("gold"))
                .body("value", nullValue())
                .body("vulnerable", equalTo(true))
                .body("consents[0].granted", equalTo(false));
        customer(booked)
                .body("tier", equalTo("silver"))
                .body("value", equalTo(7))
                .body("vulnerable", equalTo(false));
        awaitTold("gold");
        assertThat(identified(aMessage(TENANT, "email", mail, Visibility.PRIVATE))
                        .tier())
                .isEqualTo("gold");
    }

    @Test
    void whoIsForgottenStandsAsAStranger() {
        put("loyalty", "\"tier\":\"gold\",\"vulnerable\":\"yes\",\"mails\":\"no\"");
        shown().body("tier", equalTo("gold"));
        as("supervisor")
                .post("/api/v1/customers/" + customer("loyalty") + "/erasure")
                .then()
                .statusCode(200);
        Customer again = identified(message);
        assertThat(again.tier()).isNull();
        assertThat(again.vulnerable()).isFalse();
        assertThat(again.consents()).isEmpty();
    }

    @Test
    void whomNobodyElseKnowsHasNoAttributes() {
        UUID customer = identified(message).customerId();
        as("agent")
                .get("/api/v1/customers/" + customer + "/attributes")
                .then()
                .statusCode(200)
                .body("", empty());
        as("agent")
                .get("/api/v1/customers/" + UUID.randomUUID() + "/attributes")
                .then()
                .statusCode(404);
        put("loyalty", "\"tier\":\"gold\"");
        as("agent").get("/api/v1/customers/" + customer + "/attributes").then().body("", hasSize(2));
    }

    private Customer identified(Message written) {
        broker.receive(written);
        broker.understand(understood(written));
        return await().atMost(Duration.ofSeconds(20))
                .until(
                        () -> broker.all(Topics.MESSAGES_IDENTIFIED, TENANT).stream()
                                .map(record -> EventJson.read(record.value(), MessageIdentified.class))
                                .filter(event -> event.message().messageId().equals(written.messageId()))
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow()
                .customer();
    }

    /** The tier that was told last of the record's customer, under the id they are known by. */
    private void awaitTold(String tier) {
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            String known = shown().extract().path("customerId");
            assertThat(broker.all(Topics.CUSTOMERS_CHANGED, TENANT).stream()
                            .filter(record -> record.key().equals(known))
                            .map(record -> EventJson.read(record.value(), CustomerChanged.class)
                                    .customer()
                                    .tier())
                            .toList())
                    .last()
                    .isEqualTo(tier);
        });
    }

    private UUID customer(String source) {
        return sources.find(source).orElseThrow().customerId(id);
    }

    private ValidatableResponse shown() {
        return customer(customer("loyalty"));
    }

    private ValidatableResponse customer(UUID customer) {
        return as("agent").get("/api/v1/customers/" + customer).then().statusCode(200);
    }

    private ValidatableResponse shownAs(String field) {
        return as("agent")
                .get("/api/v1/customers/" + customer("loyalty") + "/attributes")
                .then()
                .statusCode(200)
                .rootPath("find { it.field == '" + field + "' }");
    }

    private void put(String source, String fields) {
        as("integration")
                .body("{\"mail\":\"" + mail + "\"," + fields + "}")
                .put("/api/v1/sources/" + source + "/records/" + id)
                .then()
                .statusCode(200);
    }

    private void delete(String source) {
        as("integration")
                .delete("/api/v1/sources/" + source + "/records/" + id)
                .then()
                .statusCode(200);
    }

    private ValidatableResponse say(String fields) {
        return as("supervisor")
                .body("{\"standing\":\"STANDARD\"," + fields + "}")
                .put("/api/v1/customers/" + customer("loyalty") + "/standing")
                .then()
                .statusCode(200);
    }

    private ValidatableResponse consent(boolean granted, String at) {
        return as("supervisor")
                .body("{\"granted\":" + granted + ",\"at\":\"" + at + "\"}")
                .put("/api/v1/customers/" + customer("loyalty") + "/consent/email")
                .then()
                .statusCode(200);
    }

    private void change(UUID customer, String what, String wish) {
        as("agent")
                .header(
                        "If-Match",
                        as("agent").get("/api/v1/customers/" + customer).header("ETag"))
                .body(wish)
                .post("/api/v1/customers/" + customer + "/" + what)
                .then()
                .statusCode(200);
    }

    private static RequestSpecification as(String role) {
        return given().auth().oauth2(Tokens.of(role, TENANT)).contentType("application/json");
    }
}
