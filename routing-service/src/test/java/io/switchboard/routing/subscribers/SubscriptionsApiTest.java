package io.switchboard.routing.subscribers;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.switchboard.kit.persistence.PrepareTables;
import io.switchboard.kit.tenancy.Caller;
import io.switchboard.platform.testing.KafkaResource;
import io.switchboard.platform.testing.PostgresResource;
import io.switchboard.platform.testing.RedisResource;
import io.switchboard.platform.testing.TokenResource;
import jakarta.inject.Inject;
import java.sql.DriverManager;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The REST door to webhooks, with the service's own sender behind it. */
@QuarkusTest
@QuarkusTestResource(KafkaResource.class)
@QuarkusTestResource(RedisResource.class)
@QuarkusTestResource(TokenResource.class)
@QuarkusTestResource(
        value = PostgresResource.class,
        initArgs = @ResourceArg(name = PostgresResource.DATABASE, value = "routing"))
class SubscriptionsApiTest {
    private static final String ROOT = "/api/v1/subscriptions";

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String brokers;

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String url;

    @TestHTTPResource(value = "/openapi", management = true)
    String openApi;

    @Inject
    PrepareTables tables;

    private Centre centre;
    private Subscriber subscriber;

    @BeforeEach
    void aCentre() throws Exception {
        await().until(tables::done);
        centre = new Centre(brokers);
        subscriber = new Subscriber();
    }

    @AfterEach
    void over() {
        subscriber.close();
        List<String> left = call("supervisor").get(ROOT).jsonPath().getList("subscriptions.id");
        left.forEach(id -> call("supervisor").delete(ROOT + "/" + id).then().statusCode(204));
        centre.close();
    }

    @Test
    void anEventReachesItsSubscriberAsSignedCloudEvent() {
        JsonPath made = subscribe("");
        UUID item = UUID.randomUUID();
        centre.tells(item);
        Subscriber.Request request = theOnly();
        assertThat(request.headers())
                .containsEntry("ce-specversion", "1.0")
                .containsEntry("ce-id", request.id())
                .containsEntry("ce-type", "io.switchboard.routing.priority-raised.v1")
                .containsEntry("ce-source", "/routing")
                .containsEntry("ce-subject", item.toString())
                .containsEntry("ce-tenant", "acme")
                .containsEntry("ce-centre", centre.name())
                .containsEntry("content-type", "application/json");
        assertThat(request.body()).contains("\"type\":\"priority-raised\"", item.toString());
        assertThat(Signatures.verifies(made.getString("secret"), request)).isTrue();
        deliveries(made, "state=DELIVERED")
                .body("deliveries[0].eventId", equalTo(request.id()))
                .body("deliveries[0].status", equalTo(204))
                .body("deliveries[0].attempts", equalTo(1));
    }

    @Test
    void theSecretIsShownOnceAndNeverAgain() {
        JsonPath made = subscribe(",\"description\":\"our CRM\"");
        assertThat(made.getString("secret")).startsWith("whsec_");
        String all = call("supervisor")
                .get(ROOT)
                .then()
                .body("subscriptions", hasSize(1))
                .body("subscriptions[0].state", equalTo("ACTIVE"))
                .body("subscriptions[0].description", equalTo("our CRM"))
                .body("subscriptions[0].createdBy", equalTo("sue"))
                .extract()
                .asString();
        assertThat(all).doesNotContain("whsec_", "secret");
        call("supervisor").get(ROOT + "/" + id(made)).then().statusCode(200).body(not(containsString("whsec_")));
    }

    @Test
    void onlyWhatWasAskedForIsSent() {
        subscribe(",\"types\":[\"work-offered\"]");
        subscribe(",\"types\":[\"work-offered\",\"priority-raised\"]");
        centre.tells(UUID.randomUUID());
        theOnly();
        assertThat(subscriber.all()).hasSize(1);
    }

    @Test
    void whileASecretIsReplacedBothSign() {
        JsonPath made = subscribe("");
        String fresh = call("supervisor")
                .post(ROOT + "/" + id(made) + "/rotate-secret")
                .then()
                .statusCode(200)
                .extract()
                .path("secret");
        centre.tells(UUID.randomUUID());
        Subscriber.Request request = theOnly();
        assertThat(fresh).isNotEqualTo(made.getString("secret"));
        assertThat(Signatures.verifies(fresh, request)).isTrue();
        assertThat(Signatures.verifies(made.getString("secret"), request)).isTrue();
        assertThat(Signatures.verifies(SigningSecret.make().shown(), request)).isFalse();
    }

    @Test
    void aPausedSubscriptionGetsWhatItMissedWhenItIsResumed() throws Exception {
        JsonPath made = subscribe("");
        post(made, "/pause").statusCode(200).body("state", equalTo("PAUSED"));
        centre.tells(UUID.randomUUID());
        await().untilAsserted(() -> deliveries(made, "state=WAITING").body("deliveries", hasSize(1)));
        Thread.sleep(1000);
        assertThat(subscriber.all()).isEmpty();
        post(made, "/resume").statusCode(200).body("state", equalTo("ACTIVE"));
        theOnly();
    }

    @Test
    void whoIsDownIsSaidToBe() {
        subscriber.behave(_ -> 500);
        JsonPath made = subscribe("");
        centre.tells(UUID.randomUUID());
        await().untilAsserted(() -> call("supervisor")
                .get(ROOT + "/" + id(made))
                .then()
                .body("state", equalTo("DOWN"))
                .body("failingSince", not(nullValue()))
                .body("nextTry", not(nullValue())));
        deliveries(made, "limit=10").body("deliveries[0].reason", equalTo("busy-or-broken"));
        subscriber.behave(_ -> 204);
        post(made, "/resume").statusCode(200);
        await().untilAsserted(() -> assertThat(subscriber.taken()).hasSize(1));
    }

    @Test
    void aTestEventSaysWhetherASubscriberIsThere() {
        JsonPath made = subscribe(",\"types\":[\"work-offered\"]");
        String event = post(made, "/test").statusCode(202).extract().path("eventId");
        Subscriber.Request request = theOnly();
        assertThat(request.id()).isEqualTo(event);
        assertThat(request.headers()).containsEntry("ce-type", "io.switchboard.subscription.test.v1");
    }

    @Test
    void whatWasDeliveredCanBeSentAgainUnderTheSameId() {
        JsonPath made = subscribe("");
        centre.tells(UUID.randomUUID());
        theOnly();
        await().untilAsserted(() -> deliveries(made, "state=DELIVERED").body("deliveries", hasSize(1)));
        long delivery = deliveries(made, "limit=10").extract().jsonPath().getLong("deliveries[0].id");
        post(made, "/deliveries/" + delivery + "/redeliver").statusCode(202).body("again", equalTo(1));
        await().untilAsserted(() -> assertThat(subscriber.taken()).hasSize(2));
        assertThat(subscriber.taken().get(1).id())
                .isEqualTo(subscriber.taken().get(0).id());
        post(made, "/deliveries/999999999/redeliver").statusCode(404);
        post(made, "/redeliver-dead").statusCode(202).body("again", equalTo(0));
    }

    @Test
    void deliveriesComeInPages() {
        JsonPath made = subscribe("");
        UUID item = UUID.randomUUID();
        for (int i = 0; i < 5; i++) {
            centre.tells(item);
        }
        await().untilAsserted(() -> assertThat(subscriber.taken()).hasSize(5));
        JsonPath first = deliveries(made, "limit=3")
                .body("deliveries.sequence", contains(5, 4, 3))
                .extract()
                .jsonPath();
        deliveries(made, "limit=3&before=" + first.getLong("next"))
                .body("deliveries.sequence", contains(2, 1))
                .body("next", nullValue());
    }

    @Test
    void everyProblemIsToldAndNothingMade() {
        call("supervisor")
                .body("{\"url\":\"ftp://127.0.0.1/\",\"types\":[\"work-teleported\"]}")
                .post(ROOT)
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("problems", contains(startsWith("url: "), equalTo("types: there is no work-teleported")));
        call("supervisor").body("{\"url\":\"\"}").post(ROOT).then().statusCode(400);
        call("supervisor").body("{}").post(ROOT).then().statusCode(400);
        call("supervisor")
                .body("{\"url\":\"https://a.example\",\"tenant\":\"globex\"}")
                .post(ROOT)
                .then()
                .statusCode(400);
        call("supervisor").get(ROOT).then().body("subscriptions", empty());
    }

    @ParameterizedTest
    @CsvSource({"supervisor, true", "integration, true", "agent, false", "analyst, false"})
    void onlySomeMaySubscribe(String role, boolean may) {
        JsonPath made = subscribe("");
        String one = ROOT + "/" + id(made);
        int ok = may ? 200 : 403;
        call(role).get(ROOT).then().statusCode(ok);
        call(role).get(one).then().statusCode(ok);
        call(role).get(one + "/deliveries").then().statusCode(ok);
        for (String verb : List.of("/pause", "/resume", "/rotate-secret")) {
            call(role).post(one + verb).then().statusCode(ok);
        }
        for (String verb : List.of("/redeliver-dead", "/test")) {
            call(role).post(one + verb).then().statusCode(may ? 202 : 403);
        }
        call(role).body(body("")).post(ROOT).then().statusCode(may ? 201 : 403);
        call(role).delete(one).then().statusCode(may ? 204 : 403);
        given().get(ROOT).then().statusCode(401);
        given().post(one + "/rotate-secret").then().statusCode(401);
    }

    @Test
    void aCentreSeesItsOwnOnly() {
        JsonPath made = subscribe("");
        String one = ROOT + "/" + id(made);
        for (Caller stranger :
                List.of(new Caller("globex", centre.name(), "gus"), new Caller("acme", centre.name() + "x", "sue"))) {
            Tokens.as(stranger, "supervisor").get(ROOT).then().body("subscriptions", empty());
            Tokens.as(stranger, "supervisor").get(one).then().statusCode(404);
            Tokens.as(stranger, "supervisor").get(one + "/deliveries").then().statusCode(404);
            Tokens.as(stranger, "supervisor").delete(one).then().statusCode(404);
            for (String verb : List.of("/pause", "/resume", "/rotate-secret", "/redeliver-dead", "/test")) {
                Tokens.as(stranger, "supervisor").post(one + verb).then().statusCode(404);
            }
        }
        call("supervisor").get(one).then().statusCode(200).body("state", equalTo("ACTIVE"));
    }

    @Test
    void aDatabaseThatIsAwayIsA503() throws Exception {
        subscribe("");
        try (var admin = DriverManager.getConnection(url, "postgres", "postgres");
                var statement = admin.createStatement()) {
            statement.execute("alter role routing connection limit 0");
            statement.execute("select pg_terminate_backend(pid) from pg_stat_activity where usename = 'routing'");
            try {
                call("supervisor").get(ROOT).then().statusCode(503).header("Retry-After", "2");
            } finally {
                statement.execute("alter role routing connection limit -1");
            }
        }
        await().untilAsserted(() -> call("supervisor").get(ROOT).then().statusCode(200));
    }

    @Test
    void whatIsForgottenIsSentNothing() throws Exception {
        JsonPath made = subscribe("");
        call("supervisor").delete(ROOT + "/" + id(made)).then().statusCode(204);
        centre.tells(UUID.randomUUID());
        Thread.sleep(1500);
        assertThat(subscriber.all()).isEmpty();
        call("supervisor").get(ROOT + "/" + id(made)).then().statusCode(404);
    }

    @Test
    void itIsInTheOpenApiDocument() {
        given().get(openApi)
                .then()
                .statusCode(200)
                .body(containsString(ROOT + "/{id}/redeliver-dead"))
                .body(containsString("/api/v1/events"));
    }

    private Subscriber.Request theOnly() {
        await().untilAsserted(() -> assertThat(subscriber.taken()).hasSize(1));
        return subscriber.taken().getFirst();
    }

    private JsonPath subscribe(String more) {
        return call("supervisor")
                .body(body(more))
                .post(ROOT)
                .then()
                .statusCode(201)
                .header("Location", containsString(ROOT))
                .extract()
                .jsonPath();
    }

    private String body(String more) {
        return "{\"url\":\"" + subscriber.url() + "\"" + more + "}";
    }

    private ValidatableResponse post(JsonPath made, String what) {
        return call("supervisor").post(ROOT + "/" + id(made) + what).then();
    }

    private ValidatableResponse deliveries(JsonPath made, String query) {
        return call("supervisor")
                .get(ROOT + "/" + id(made) + "/deliveries?" + query)
                .then()
                .statusCode(200);
    }

    private static String id(JsonPath made) {
        return made.getString("subscription.id");
    }

    private io.restassured.specification.RequestSpecification call(String role) {
        return Tokens.as(centre.supervisor(), role);
    }
}
