package io.switchboard.profile.api;

import static io.restassured.RestAssured.given;
import static io.switchboard.profile.support.Fixtures.aPrivateMessage;
import static io.switchboard.profile.support.Fixtures.aTenant;
import static io.switchboard.profile.support.Fixtures.understood;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.vertx.VertxContextSupport;
import io.restassured.response.ValidatableResponse;
import io.switchboard.contracts.Topics;
import io.switchboard.contracts.message.Message;
import io.switchboard.profile.identity.IdentifyMessages;
import io.switchboard.profile.support.Broker;
import io.switchboard.profile.support.ComponentTest;
import io.switchboard.profile.support.Database;
import io.switchboard.profile.support.Tokens;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Merging and unmerging through the door. */
@ComponentTest
class IdentityApiTest {
    @Inject
    IdentifyMessages identifyMessages;

    @Inject
    Broker broker;

    @Inject
    Database database;

    private final String tenant = aTenant();
    private final Message ofSam = aPrivateMessage(tenant);
    private final Message ofKim = aPrivateMessage(tenant);
    private UUID sam;
    private UUID kim;

    @BeforeEach
    void twoWrote() {
        sam = identified(ofSam);
        kim = identified(ofKim);
    }

    @Test
    void whoIsMergedIsKnownAsTheOtherWithTheWholeStory() {
        merge("agent", sam, kim, 1).statusCode(200).header("ETag", "\"2\"").body("customerId", equalTo(kim.toString()));
        for (UUID id : new UUID[] {sam, kim}) {
            get("agent", "/api/v1/customers/" + id).header("ETag", "\"2\"").body("customerId", equalTo(kim.toString()));
            get("agent", "/api/v1/customers/" + id + "/messages").body("size()", equalTo(2));
        }
        assertThat(identified(ofSam)).isEqualTo(kim);
        await().until(() -> broker.all(Topics.CUSTOMERS_CHANGED, tenant).stream()
                .anyMatch(record -> record.key().equals(kim.toString())));
    }

    @Test
    void whoIsUnmergedHasTheirOwnStoryAgain() {
        merge("agent", sam, kim, 1).statusCode(200);
        unmerge("agent", sam, 2).statusCode(200).header("ETag", "\"3\"").body("customerId", equalTo(sam.toString()));
        for (UUID id : new UUID[] {sam, kim}) {
            get("agent", "/api/v1/customers/" + id).header("ETag", "\"3\"").body("customerId", equalTo(id.toString()));
            get("agent", "/api/v1/customers/" + id + "/messages").body("size()", equalTo(1));
        }
    }

    @Test
    void theMembersAndTheirHandlesAreShown() {
        merge("agent", sam, kim, 1).statusCode(200);
        get("agent", "/api/v1/customers/" + sam + "/identity")
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("customerId", equalTo(kim.toString()))
                .body("members.customerId", contains(sam.toString(), kim.toString()))
                .body("members.mergedInto", contains(kim.toString(), null))
                .body("members[0].handles", hasSize(1))
                .body("members[0].handles[0].kind", equalTo("email"))
                .body("members[0].handles[0].value", equalTo(ofSam.handle()));
    }

    @Test
    void everyChangeIsWrittenDownAndPaged() {
        merge("agent", sam, kim, 1).statusCode(200);
        unmerge("supervisor", sam, 2).statusCode(200);
        String changes = "/api/v1/customers/" + sam + "/identity/changes";
        int next = get("supervisor", changes + "?limit=1")
                .statusCode(200)
                .body("changes.what", contains("UNMERGED"))
                .body("changes[0].by", equalTo("supervisor-1"))
                .body("changes[0].reason", equalTo("not the same"))
                .body("changes[0].otherId", equalTo(kim.toString()))
                .extract()
                .path("next");
        get("supervisor", changes + "?limit=2&before=" + next)
                .body("changes.what", contains("MERGED"))
                .body("changes[0].by", equalTo("agent-1"))
                .body("next", nullValue());
        get("supervisor", "/api/v1/customers/" + kim + "/identity/changes").body("changes", hasSize(2));
        get("agent", changes).statusCode(403);
    }

    @Test
    void whatIsWrittenDownStays() {
        merge("agent", sam, kim, 1).statusCode(200);
        for (String sql : new String[] {"update identity_change set reason = 'none'", "delete from identity_change"}) {
            org.assertj.core.api.Assertions.assertThatThrownBy(() -> database.in(
                            tenant, session -> session.createNativeQuery(sql).executeUpdate()))
                    .hasStackTraceContaining("only grows");
        }
    }

    @Test
    void whatCanNotBeIsRefusedWithAReason() {
        refused(merge("agent", sam, sam, 1), 422, "themselves");
        refused(unmerge("agent", sam, 1), 409, "not merged");
        refused(merge("agent", sam, kim, 7), 412, "meanwhile").header("ETag", "\"1\"");
        merge("agent", sam, kim, 1).statusCode(200);
        refused(merge("agent", kim, sam, 2), 409, "one customer already");
        refused(merge("agent", sam, kim, 2), 409, "one customer already");
        refused(unmerge("agent", sam, 1), 412, "meanwhile").header("ETag", "\"2\"");
        refused(unmerge("agent", kim, 2), 409, "not merged");
        refused(merge("agent", sam, UUID.randomUUID(), 2), 404, "no customer");
    }

    @Test
    void aStaleVersionOfTheOtherIsRefusedToo() {
        wish("agent", sam, "merge", "\"1\"", "{\"into\":\"" + kim + "\",\"intoVersion\":4,\"reason\":\"x\"}")
                .statusCode(412);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"into\":null,\"reason\":\"same\"}",
                "{\"into\":\"sam\",\"reason\":\"same\"}",
                "{\"into\":\"%s\"}",
                "{\"into\":\"%s\",\"reason\":\"\"}",
                "{\"into\":\"%s\",\"reason\":\"same\",\"tenant\":\"x\"}",
                "[]"
            })
    void aBodyThatIsNotExactlyAMergeIsRefused(String body) {
        wish("agent", sam, "merge", "\"1\"", body.replace("%s", kim.toString()))
                .statusCode(400)
                .contentType("application/problem+json");
        get("agent", "/api/v1/customers/" + sam).header("ETag", "\"1\"");
    }

    @Test
    void whoDoesNotSayWhatTheyKnowIsAsked() {
        wish("agent", sam, "unmerge", null, "{\"reason\":\"x\"}").statusCode(428);
    }

    @ParameterizedTest
    @CsvSource({"agent, 404, 409", "supervisor, 404, 409", "integration, 404, 409", "analyst, 403, 403"})
    void anotherTenantsCustomersAreNotThere(String role, int elsewhere, int here) {
        String theirs = aTenant();
        given().auth()
                .oauth2(Tokens.of(role, theirs))
                .contentType("application/json")
                .header("If-Match", "\"1\"")
                .body("{\"into\":\"" + kim + "\",\"reason\":\"x\"}")
                .post("/api/v1/customers/" + sam + "/merge")
                .then()
                .statusCode(elsewhere);
        given().auth()
                .oauth2(Tokens.of(role, theirs))
                .get("/api/v1/customers/" + sam + "/identity")
                .then()
                .statusCode(elsewhere);
        unmerge(role, sam, 1).statusCode(here);
    }

    private static ValidatableResponse refused(ValidatableResponse response, int status, String why) {
        return response.statusCode(status)
                .contentType("application/problem+json")
                .body("detail", containsString(why))
                .body(not(containsString("Exception")));
    }

    private ValidatableResponse merge(String role, UUID one, UUID into, int version) {
        return wish(role, one, "merge", "\"" + version + "\"", "{\"into\":\"" + into + "\",\"reason\":\"the same\"}");
    }

    private ValidatableResponse unmerge(String role, UUID one, int version) {
        return wish(role, one, "unmerge", "\"" + version + "\"", "{\"reason\":\"not the same\"}");
    }

    private ValidatableResponse wish(String role, UUID one, String what, String ifMatch, String body) {
        var request = given().auth()
                .oauth2(Tokens.of(role, tenant))
                .contentType("application/json")
                .body(body);
        if (ifMatch != null) {
            request.header("If-Match", ifMatch);
        }
        return request.post("/api/v1/customers/" + one + "/" + what).then();
    }

    private ValidatableResponse get(String role, String path) {
        return given().auth().oauth2(Tokens.of(role, tenant)).get(path).then();
    }

    private UUID identified(Message message) {
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
