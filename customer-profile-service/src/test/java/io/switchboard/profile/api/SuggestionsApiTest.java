package io.switchboard.profile.api;

import static io.restassured.RestAssured.given;
import static io.switchboard.profile.support.Fixtures.aTenant;
import static io.switchboard.profile.support.Fixtures.understood;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.vertx.VertxContextSupport;
import io.restassured.response.ValidatableResponse;
import io.switchboard.contracts.message.Message;
import io.switchboard.contracts.message.Visibility;
import io.switchboard.profile.identity.IdentifyMessages;
import io.switchboard.profile.support.ComponentTest;
import io.switchboard.profile.support.Database;
import io.switchboard.profile.support.Fixtures;
import io.switchboard.profile.support.Tokens;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Proofs link at once; likely links wait for a person. */
@ComponentTest
class SuggestionsApiTest {
    @Inject
    IdentifyMessages identifyMessages;

    @Inject
    Database database;

    private final String tenant = aTenant();

    @Test
    void theSameRareNameIsSuggestedAndConfirmedByAPerson() {
        UUID one = wrote("email", "mia@customer.example", "Mia López", "Hello");
        UUID other = wrote("webchat", "visitor-1", "mia lopez", "Hello");
        String suggestion = suggestions(one, 1)
                .body("suggestions[0].customerId", equalTo(other.toString()))
                .body("suggestions[0].handles.kind", contains("webchat"))
                .body("suggestions[0].handles.value", contains("visitor-1"))
                .body("suggestions[0].score", equalTo(0.5f))
                .body("suggestions[0].reasons.kind", contains("same-name"))
                .body("suggestions[0].reasons.evidence", contains("mia lopez"))
                .extract()
                .path("suggestions[0].suggestionId");
        assertThat(family(one)).containsExactly(one.toString());
        post("agent", one, "suggestions/" + suggestion + "/confirm", "{}")
                .statusCode(200)
                .body("customerId", equalTo(one.toString()));
        assertThat(family(other)).containsExactlyInAnyOrder(one.toString(), other.toString());
        suggestions(one, 0);
        suggestions(other, 0);
    }

    @Test
    void whatIsRejectedIsNeverSuggestedAgain() {
        UUID one = wrote("email", "mia@customer.example", "Mia López", "Hello");
        UUID other = wrote("webchat", "visitor-1", "Mia Lopez", "Hello");
        String suggestion = suggestions(one, 1).extract().path("suggestions[0].suggestionId");
        post("agent", one, "suggestions/" + suggestion + "/reject", "{\"reason\":\"her mother\"}")
                .statusCode(204);
        post("agent", one, "suggestions/" + suggestion + "/confirm", "{}").statusCode(404);
        wrote("webchat", "visitor-1", "Mia Lopez", "I wrote as mia@customer.example before");
        // Another suggestion, made after it, shows that this one was looked at.
        UUID third = wrote("webchat", "visitor-2", "Sam King", "I wrote as mia@customer.example, too");
        suggestions(third, 1);
        suggestions(one, 1).body("suggestions[0].customerId", equalTo(third.toString()));
        suggestions(other, 0);
    }

    @Test
    void whatAMessageNamesIsSuggestedTheLikelierTheMoreItSays() {
        UUID mail = wrote("email", "sam.king@customer.example", "Sam King", "Hello");
        UUID chat = wrote("webchat", "visitor-1", "Sam", "I wrote from sam.king@customer.example");
        UUID x = wrote("x", "sam_king", "SK", "You there?");
        suggestions(mail, 2)
                .body("suggestions.customerId", contains(chat.toString(), x.toString()))
                .body("suggestions[0].reasons[0].kind", equalTo("names-email"))
                .body("suggestions[0].reasons[0].evidence", containsString("sam.king@customer.example in message"))
                .body("suggestions[1].reasons.kind", contains("similar-address"));
        String page = "/api/v1/customers/" + mail + "/suggestions?limit=1";
        String next = get("agent", page)
                .body("suggestions.customerId", contains(chat.toString()))
                .extract()
                .path("next");
        get("agent", page + "&after=" + next).body("suggestions.customerId", contains(x.toString()));
        get("agent", page + "&after=1.0").statusCode(400);
    }

    @Test
    void whoWasUnmergedIsNeitherSuggestedNorLinkedAgain() {
        UUID one = wrote("email", "mia@customer.example", "Mia", "Hello");
        state(one, "phone", "+49 30 901820").statusCode(200);
        UUID phone = wrote("sms", "+4930901820", "M", "It is me");
        assertThat(phone).isEqualTo(one);
        UUID own = database.in(
                tenant,
                session -> session.createNativeQuery("select customer_id from handle where kind = 'phone'", UUID.class)
                        .getSingleResult());
        String version = get("agent", "/api/v1/customers/" + own).extract().header("ETag");
        given().auth()
                .oauth2(Tokens.of("agent", tenant))
                .contentType("application/json")
                .header("If-Match", version)
                .body("{\"reason\":\"her father's\"}")
                .post("/api/v1/customers/" + own + "/unmerge")
                .then()
                .statusCode(200);
        state(one, "phone", "+4930901820").statusCode(409).body("detail", containsString("differ"));
        assertThat(wrote("sms", "+4930901820", "M", "I am mia@customer.example"))
                .isEqualTo(own);
    }

    @Test
    void aStatedHandleLinksWhoWroteFromItAndTwiceDoesNoHarm() {
        UUID chat = wrote("webchat", "visitor-1", "Sam", "Hello");
        UUID mail = wrote("email", "sam@customer.example", "Sam", "Hello");
        state(chat, "email", "SAM@customer.example")
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("customerId", equalTo(chat.toString()));
        assertThat(family(mail)).containsExactlyInAnyOrder(chat.toString(), mail.toString());
        state(chat, "email", "sam@customer.example").statusCode(200).header("ETag", "\"2\"");
        state(mail, "email", "sam@customer.example").statusCode(200).header("ETag", "\"2\"");
        get("supervisor", "/api/v1/customers/" + chat + "/identity/changes")
                .body("changes.what", contains("HANDLE_STATED", "MERGED"));
    }

    @Test
    void theAccountNumberInALetterProvesWhoWrites() {
        UUID known = wrote("email", "sam@customer.example", "Sam", "Hello");
        state(known, "account", "KD-4711 0815").statusCode(200);
        assertThat(wrote("post", "Sam King, 1 Main St", "Sam King", "My number is KD-4711-0815."))
                .isEqualTo(known);
        // From a mailbox it proves nothing: anybody may have read the number somewhere.
        UUID stranger = wrote("email", "other@customer.example", "Zoe", "My account is KD-4711-0815.");
        assertThat(stranger).isNotEqualTo(known);
        suggestions(stranger, 1)
                .body("suggestions[0].customerId", equalTo(known.toString()))
                .body("suggestions[0].reasons.kind", contains("names-account"));
    }

    @Test
    void aLetterWithTwoAccountNumbersProvesNothing() {
        UUID one = wrote("email", "one@customer.example", "One", "Hello");
        UUID two = wrote("email", "two@customer.example", "Two", "Hello");
        state(one, "account", "KD47110815").statusCode(200);
        state(two, "account", "KD47110816").statusCode(200);
        assertThat(wrote("post", "Box 1", "Box", "Accounts KD47110815 and KD47110816"))
                .isNotIn(one, two);
    }

    @ParameterizedTest
    @CsvSource({
        "email, sam, 422",
        "phone, +49, 422",
        "account, 12, 422",
        "x, sam_k, 400",
        "email, '', 400",
    })
    void anAddressThatCanNotBeIsRefused(String kind, String value, int status) {
        UUID one = wrote("webchat", "visitor-1", "Sam", "Hello");
        state(one, kind, value).statusCode(status).contentType("application/problem+json");
        assertThat(family(one)).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"agent, 403, 200", "supervisor, 403, 200", "integration, 200, 403", "analyst, 403, 403"})
    void everyRoleMayDoItsOwn(String role, int stating, int looking) {
        UUID one = wrote("webchat", "visitor-1", "Sam", "Hello");
        String handle = "{\"kind\":\"email\",\"value\":\"sam@customer.example\"}";
        post(role, one, "handles", handle).statusCode(stating);
        get(role, "/api/v1/customers/" + one + "/suggestions").statusCode(looking);
        post(role, one, "suggestions/" + UUID.randomUUID() + "/reject", "{}")
                .statusCode(looking == 200 ? 404 : looking);
        given().auth()
                .oauth2(Tokens.of(role, aTenant()))
                .contentType("application/json")
                .body(handle)
                .post("/api/v1/customers/" + one + "/handles")
                .then()
                .statusCode(stating == 200 ? 404 : stating);
        given().auth()
                .oauth2(Tokens.of(role, aTenant()))
                .get("/api/v1/customers/" + one + "/suggestions")
                .then()
                .statusCode(looking == 200 ? 404 : looking);
    }

    private List<String> family(UUID customer) {
        return get("agent", "/api/v1/customers/" + customer + "/identity")
                .extract()
                .path("members.findAll { it.handles.any { h -> h.kind != 'account' } }.customerId");
    }

    /** Waits until all that was heard has been looked at. */
    private ValidatableResponse suggestions(UUID customer, int many) {
        await().until(() -> database.in(
                        tenant,
                        session -> session.createNativeQuery("select count(*) from identity_clue", Long.class)
                                .getSingleResult())
                == 0);
        return get("agent", "/api/v1/customers/" + customer + "/suggestions")
                .statusCode(200)
                .body("suggestions", hasSize(many));
    }

    private ValidatableResponse state(UUID customer, String kind, String value) {
        return post("integration", customer, "handles", "{\"kind\":\"" + kind + "\",\"value\":\"" + value + "\"}");
    }

    private ValidatableResponse post(String role, UUID customer, String what, String body) {
        return given().auth()
                .oauth2(Tokens.of(role, tenant))
                .contentType("application/json")
                .body(body)
                .post("/api/v1/customers/" + customer + "/" + what)
                .then();
    }

    private ValidatableResponse get(String role, String path) {
        return given().auth().oauth2(Tokens.of(role, tenant)).get(path).then();
    }

    private UUID wrote(String channel, String handle, String name, String text) {
        Message plain = Fixtures.aMessage(tenant, channel, handle, Visibility.PRIVATE);
        var message = new Message(
                plain.messageId(),
                tenant,
                "main",
                channel,
                "acme",
                handle,
                name,
                plain.conversationId(),
                plain.visibility(),
                null,
                text,
                List.of(),
                plain.providerMessageId(),
                List.of(),
                plain.sentAt(),
                plain.receivedAt());
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
}
