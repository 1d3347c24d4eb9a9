package io.switchboard.profile.identity;

import static io.restassured.RestAssured.given;
import static io.switchboard.profile.support.Fixtures.aMessage;
import static io.switchboard.profile.support.Fixtures.aSignedMessage;
import static io.switchboard.profile.support.Fixtures.aTenant;
import static io.switchboard.profile.support.Fixtures.signed;
import static io.switchboard.profile.support.Fixtures.understood;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.vertx.VertxContextSupport;
import io.restassured.response.ValidatableResponse;
import io.switchboard.contracts.Topics;
import io.switchboard.contracts.customer.CustomerChanged;
import io.switchboard.contracts.message.Message;
import io.switchboard.contracts.message.SignedIdentity;
import io.switchboard.contracts.message.Visibility;
import io.switchboard.kit.event.EventJson;
import io.switchboard.profile.support.Broker;
import io.switchboard.profile.support.ComponentTest;
import io.switchboard.profile.support.Database;
import io.switchboard.profile.support.Tokens;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who has signed in to a website is the customer its server says, at once, and the audit says by whose word. */
@ComponentTest
class SignedIdentityTest {
    @Inject
    Broker broker;

    @Inject
    Database database;

    @Inject
    IdentifyMessages identifyMessages;

    private final String tenant = aTenant();

    @ParameterizedTest
    @CsvSource({
        "email, sam@customer.example, ,Sam@CUSTOMER.example,",
        "sms, +49 30 901820, ,,+4930901820",
        "whatsapp, 4930901820, ,,+49 (30) 901820",
    })
    void theChatOfAKnownAddressIsTheirs(String channel, String handle, String account, String email, String phone) {
        UUID known = wrote(aMessage(tenant, channel, handle, Visibility.PRIVATE));
        Message chat = aSignedMessage(tenant, "visitor", new SignedIdentity("u", account, email, phone, null));
        assertThat(wrote(chat)).isEqualTo(known);
        // The very next message of a chat that was not signed is somebody else's.
        assertThat(wrote(aMessage(tenant, "webchat", "another", Visibility.PRIVATE)))
                .isNotEqualTo(known);
        changes(known)
                .body("changes.what", contains("HANDLE_STATED", "MERGED"))
                .body("changes[0].by", equalTo("rule:signed-identity"))
                .body("changes[0].evidence.channel", equalTo("webchat"))
                .body("changes[0].evidence.account", equalTo("acme"))
                .body("changes[0].evidence.field", equalTo(email == null ? "phone" : "email"))
                .body("changes[0].evidence.messageId", equalTo(chat.messageId().toString()));
    }

    @Test
    void theStoryTellsWhoHadSignedIn() {
        var identity = new SignedIdentity("u", null, "sam@customer.example", null, null);
        Message chat = aSignedMessage(tenant, "visitor", identity);
        UUID known = wrote(chat);
        Message mail = aMessage(tenant, "email", "sam@customer.example", Visibility.PRIVATE);
        wrote(mail);
        given().auth()
                .oauth2(Tokens.of("agent", tenant))
                .get("/api/v1/customers/" + known + "/timeline")
                .then()
                .statusCode(200)
                .body("entries.find { it.id == '" + chat.messageId() + "' }.message.signedIn", equalTo(true))
                .body("entries.find { it.id == '" + mail.messageId() + "' }.message.signedIn", equalTo(false));
    }

    @Test
    void anAccountNumberOfTheCrmIsEnough() {
        UUID known = wrote(aMessage(tenant, "email", "sam@customer.example", Visibility.PRIVATE));
        state(known, "account", "KD-4711 0815");
        assertThat(wrote(aSignedMessage(tenant, "visitor", new SignedIdentity("u", "kd 4711.0815", null, null, null))))
                .isEqualTo(known);
    }

    @Test
    void theLinkIsToldOnceAndLastsWithoutTheIdentity() {
        UUID known = wrote(aMessage(tenant, "email", "sam@customer.example", Visibility.PRIVATE));
        var identity = new SignedIdentity("u", null, "sam@customer.example", null, null);
        Message first = aSignedMessage(tenant, "visitor", identity);
        assertThat(told(first, first, aSignedMessage(tenant, "visitor", identity)))
                .singleElement()
                .satisfies(one -> assertThat(one.mergedInto()).isEqualTo(known));
        assertThat(wrote(aMessage(tenant, "webchat", "visitor", Visibility.PRIVATE)))
                .isEqualTo(known);
        changes(known).body("changes", hasSize(2));
    }

    @Test
    void anAddressWhereNobodyWasIsTheirsFromNowOn() {
        var identity = new SignedIdentity("u", "KD47110815", "sam@customer.example", "+4930901820", null);
        UUID chat = wrote(aSignedMessage(tenant, "visitor", identity));
        assertThat(wrote(aMessage(tenant, "email", "sam@customer.example", Visibility.PRIVATE)))
                .isEqualTo(chat);
        assertThat(wrote(aMessage(tenant, "sms", "+4930901820", Visibility.PRIVATE)))
                .isEqualTo(chat);
        // A customer of long standing keeps their id when they get a new address.
        var moved = new SignedIdentity("u", "KD47110815", "new@customer.example", null, null);
        assertThat(wrote(aSignedMessage(tenant, "visitor", moved))).isEqualTo(chat);
        assertThat(wrote(aMessage(tenant, "email", "new@customer.example", Visibility.PRIVATE)))
                .isEqualTo(chat);
    }

    @Test
    void allThatOneIdentityNamesIsOneAndEverybodyIsTold() {
        UUID mail = wrote(aMessage(tenant, "email", "sam@customer.example", Visibility.PRIVATE));
        UUID sms = wrote(aMessage(tenant, "sms", "+4930901820", Visibility.PRIVATE));
        assertThat(mail).isNotEqualTo(sms);
        Message chat = aSignedMessage(
                tenant, "visitor", new SignedIdentity("u", null, "sam@customer.example", "+4930901820", null));
        List<CustomerChanged> told = told(chat);
        assertThat(told).extracting(one -> one.customer().customerId()).contains(mail);
        assertThat(told).extracting(CustomerChanged::mergedInto).containsOnly(sms);
        for (Message next : List.of(
                aMessage(tenant, "email", "sam@customer.example", Visibility.PRIVATE),
                aMessage(tenant, "sms", "+4930901820", Visibility.PRIVATE),
                chat)) {
            assertThat(wrote(next)).isEqualTo(sms);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "12, sam, 030",
        "KD, sam@, +49",
        "'', '', ''",
        "'----------', @customer.example, anonymous",
    })
    void whatCanNotBeAnAddressIsMatchedWithNothing(String account, String email, String phone) {
        UUID other = wrote(aSignedMessage(tenant, "other", new SignedIdentity("o", account, email, phone, null)));
        Message chat = aSignedMessage(tenant, "visitor", new SignedIdentity("u", account, email, phone, null));
        UUID one = wrote(chat);
        assertThat(one).isNotEqualTo(other);
        changes(one).body("changes", hasSize(0));
    }

    @Test
    void whoWasUnmergedIsNotLinkedAgain() {
        UUID known = wrote(aMessage(tenant, "email", "sam@customer.example", Visibility.PRIVATE));
        var identity = new SignedIdentity("u", null, "sam@customer.example", null, null);
        wrote(aSignedMessage(tenant, "visitor", identity));
        String own = changes(known).extract().path("changes[0].otherId");
        String version = given().auth()
                .oauth2(Tokens.of("agent", tenant))
                .get("/api/v1/customers/" + own)
                .header("ETag");
        given().auth()
                .oauth2(Tokens.of("agent", tenant))
                .contentType("application/json")
                .header("If-Match", version)
                .body("{\"reason\":\"her father's account\"}")
                .post("/api/v1/customers/" + own + "/unmerge")
                .then()
                .statusCode(200);
        assertThat(wrote(aSignedMessage(tenant, "visitor", identity))).hasToString(own);
    }

    @Test
    void anotherOrganisationsCustomerIsNobodyHere() {
        String neighbour = aTenant();
        UUID theirs = wrote(aMessage(neighbour, "email", "sam@customer.example", Visibility.PRIVATE));
        UUID here = wrote(
                aSignedMessage(tenant, "visitor", new SignedIdentity("u", null, "sam@customer.example", null, null)));
        assertThat(here).isNotEqualTo(theirs);
        given().auth()
                .oauth2(Tokens.of("agent", neighbour))
                .get("/api/v1/customers/" + theirs + "/identity")
                .then()
                .body("members", hasSize(1));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whoSignsInWhereSomebodyUnknownWritesIsSuggestedWhoeverComesFirst(boolean unknownFirst) {
        Message unknown = aMessage(tenant, "webchat", "browser-7", null, Visibility.PRIVATE);
        Message signed = signedIn("u", "browser-7");
        UUID one = wrote(unknownFirst ? unknown : signed);
        looked();
        UUID other = wrote(unknownFirst ? signed : unknown);
        assertThat(other).isNotEqualTo(one);
        // Twice on the same device is no likelier, and another device's visitor is nobody.
        wrote(signedIn("u", "browser-7"));
        wrote(aMessage(tenant, "webchat", "browser-8", null, Visibility.PRIVATE));
        looked();
        suggestions(one)
                .body("suggestions.customerId", contains(other.toString()))
                .body("suggestions[0].score", equalTo(0.5f))
                .body("suggestions[0].reasons.kind", contains("same-device"))
                .body("suggestions[0].reasons.evidence", contains("browser-7"));
    }

    @Test
    void aDeviceThatManySignInOnSaysLessAndLess() {
        UUID unknown = wrote(aMessage(tenant, "webchat", "browser-7", null, Visibility.PRIVATE));
        wrote(signedIn("one", "browser-7"));
        wrote(signedIn("two", "browser-7"));
        looked();
        wrote(signedIn("three", "browser-7"));
        looked();
        // The third alone would be told of with 0.289, and nobody is bothered with that.
        suggestions(unknown).body("suggestions", hasSize(2));
    }

    @Test
    void aDeviceIsForgottenWithWhoWroteFromIt() {
        UUID unknown = wrote(aMessage(tenant, "webchat", "browser-7", null, Visibility.PRIVATE));
        wrote(signedIn("u", "browser-7"));
        looked();
        String devices = "select count(*) from device_sign_in where tenant = '" + tenant + "'";
        assertThat(database.count(devices)).isEqualTo(1);
        database.administer("delete from ledger_entry where tenant = '" + tenant + "'");
        given().auth()
                .oauth2(Tokens.of("supervisor", tenant))
                .post("/api/v1/customers/" + unknown + "/erasure")
                .then()
                .statusCode(200);
        assertThat(database.count(devices)).isZero();
    }

    private Message signedIn(String user, String device) {
        return signed(
                aMessage(tenant, "webchat", "visitor-" + user, null, Visibility.PRIVATE),
                new SignedIdentity(user, null, null, null, device));
    }

    /** Waits until all that was heard has been looked at. */
    private void looked() {
        await().until(() -> database.count("select count(*) from identity_clue where tenant = '" + tenant + "'") == 0);
    }

    private ValidatableResponse suggestions(UUID customer) {
        return given().auth()
                .oauth2(Tokens.of("agent", tenant))
                .get("/api/v1/customers/" + customer + "/suggestions")
                .then()
                .statusCode(200);
    }

    private UUID wrote(Message message) {
        try {
            return VertxContextSupport.subscribeAndAwait(() -> identifyMessages.take(understood(message)))
                    .orElseThrow()
                    .message()
                    .customer()
                    .customerId();
        } catch (Throwable failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** Lets messages come by the topic of their neighbour and waits until they have gone on. */
    private List<CustomerChanged> told(Message... messages) {
        Arrays.stream(messages).forEach(message -> broker.understand(understood(message)));
        await().atMost(Duration.ofSeconds(20))
                .until(() -> broker.all(Topics.MESSAGES_IDENTIFIED, tenant).size() == messages.length);
        return broker.all(Topics.CUSTOMERS_CHANGED, tenant).stream()
                .map(record -> EventJson.read(record.value(), CustomerChanged.class))
                .filter(one -> one.mergedInto() != null)
                .toList();
    }

    private void state(UUID customer, String kind, String value) {
        given().auth()
                .oauth2(Tokens.of("integration", tenant))
                .contentType("application/json")
                .body("{\"kind\":\"" + kind + "\",\"value\":\"" + value + "\"}")
                .post("/api/v1/customers/" + customer + "/handles")
                .then()
                .statusCode(200);
    }

    private ValidatableResponse changes(UUID customer) {
        return given().auth()
                .oauth2(Tokens.of("supervisor", tenant))
                .get("/api/v1/customers/" + customer + "/identity/changes")
                .then()
                .statusCode(200);
    }
}
