package io.switchboard.routing.setup;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.switchboard.platform.testing.KafkaResource;
import io.switchboard.platform.testing.PostgresResource;
import io.switchboard.platform.testing.RedisResource;
import io.switchboard.platform.testing.TokenResource;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The REST door: what can be read and changed, by whom, and how it refuses. */
@QuarkusTest
@QuarkusTestResource(KafkaResource.class)
@QuarkusTestResource(RedisResource.class)
@QuarkusTestResource(TokenResource.class)
@QuarkusTestResource(
        value = PostgresResource.class,
        initArgs = @ResourceArg(name = PostgresResource.DATABASE, value = "routing"))
class SetupApiTest {
    @Inject
    Database database;

    @TestHTTPResource(value = "/openapi", management = true)
    String openApi;

    private final Api api = Api.ofANewCentre();

    @BeforeEach
    void theTablesAreThere() {
        database.awaitTables();
    }

    @Test
    void theFirstSetupOfACentreIsVersionOne() {
        api.get("").statusCode(404).contentType("application/problem+json");
        api.putFirst(ASetup.ofNobody(30))
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("version.number", equalTo(1))
                .body("version.version", startsWith("1-"))
                .body("version.changedBy", equalTo("sue"))
                .body("version.from", equalTo("rest"))
                .body("warnings", empty());
        api.putFirst(ASetup.ofNobody(31)).statusCode(412).header("ETag", "\"1\"");
        api.get("").body("offerTimeoutSeconds", equalTo(30));
    }

    @Test
    void whatIsReadCanBeSentBack() {
        api.putFirst(ASetup.ofNobody(30)).statusCode(200);
        String json = api.get("")
                .statusCode(200)
                .header("ETag", "\"1\"")
                .contentType("application/json")
                .body("tenant", equalTo("acme"))
                .body("centre", equalTo(api.centre()))
                .body("", not(hasKey("version")))
                .extract()
                .asString();
        api.caller()
                .contentType("application/json")
                .header("If-Match", "\"1\"")
                .body(json.replace("\"offerTimeoutSeconds\":30", "\"offerTimeoutSeconds\":45"))
                .queryParam("comment", "more time")
                .put("/api/v1/setup")
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("version.comment", equalTo("more time"));
        String yaml = api.caller()
                .accept(Api.YAML)
                .get("/api/v1/setup")
                .then()
                .statusCode(200)
                .contentType(containsString(Api.YAML))
                .extract()
                .asString();
        assertThat(yaml)
                .startsWith("tenant: acme\ncentre: " + api.centre() + "\nofferTimeoutSeconds: 45\n")
                .contains(
                        "- name: billing\n  topics:\n  - billing\n  skills:\n    billing: 2\n  serviceLevelSeconds: 60\n");
        // As a setup file it says the same.
        api.put(yaml, 2).statusCode(200).body("version.number", equalTo(2));
        api.caller()
                .header("If-None-Match", "\"2\"")
                .get("/api/v1/setup")
                .then()
                .statusCode(304);
        api.caller()
                .header("If-None-Match", "\"1\"")
                .get("/api/v1/setup")
                .then()
                .statusCode(200);
    }

    @Test
    void aChangeSaysWhatItFollows() {
        api.caller()
                .contentType(Api.YAML)
                .body(ASetup.ofNobody(30))
                .put("/api/v1/setup")
                .then()
                .statusCode(428);
        api.put(ASetup.ofNobody(30), 1).statusCode(412).header("ETag", "\"0\"");
        for (String wrong : List.of("*", "1", "W/\"1\"", "\"1\", \"2\"", "\"9999999999\"")) {
            api.caller()
                    .contentType(Api.YAML)
                    .header("If-Match", wrong)
                    .body(ASetup.ofNobody(30))
                    .put("/api/v1/setup")
                    .then()
                    .statusCode(412)
                    .contentType("application/problem+json");
        }
    }

    @Test
    void everyProblemIsToldAndNothingChanged() {
        api.putFirst(ASetup.ofNobody(30)).statusCode(200);
        api.put(ASetup.ofNobody(0) + "pauseSeconds: -1\n", 1)
                .statusCode(422)
                .contentType("application/problem+json")
                .body(
                        "problems",
                        contains(
                                "offerTimeoutSeconds: must be 1 to 3600, is 0",
                                "pauseSeconds: must be 0 to 604800, is -1"));
        api.put("tenant: globex\n" + ASetup.ofNobody(31), 1)
                .statusCode(422)
                .body("problems", contains("tenant: must be acme, is globex"));
        api.put("", 1).statusCode(422);
        api.get("").header("ETag", "\"1\"").body("offerTimeoutSeconds", equalTo(30));
    }

    @Test
    void validationChangesNothing() {
        String doubtful = ASetup.ofNobody(61);
        api.caller()
                .contentType(Api.YAML)
                .body(doubtful)
                .post("/api/v1/setup/validate")
                .then()
                .statusCode(200)
                .body("sound", equalTo(true))
                .body("problems", empty())
                .body("warnings[0]", equalTo("queues.billing.serviceLevelSeconds: shorter than an offer stands (61)"));
        api.caller()
                .contentType("application/json")
                .body("{}")
                .post("/api/v1/setup/validate")
                .then()
                .statusCode(200)
                .body("sound", equalTo(false))
                .body("problems.size()", equalTo(5))
                .body("warnings", empty());
        api.get("").statusCode(404);
    }

    @Test
    void ofManyWhoFollowTheSameVersionOneIsFirst() throws Exception {
        api.putFirst(ASetup.ofNobody(30)).statusCode(200);
        try (var pool = Executors.newFixedThreadPool(8)) {
            List<Callable<Integer>> changes = IntStream.range(100, 108)
                    .<Callable<Integer>>mapToObj(timeout ->
                            () -> api.put(ASetup.ofNobody(timeout), 1).extract().statusCode())
                    .toList();
            List<Integer> answers = pool.invokeAll(changes).stream()
                    .map(Future::resultNow)
                    .sorted()
                    .toList();
            assertThat(answers).containsExactly(200, 412, 412, 412, 412, 412, 412, 412);
        }
        api.get("/versions").body("versions.number", contains(2, 1));
    }

    @Test
    void whoComesWhileAnotherReplicaWritesIsOvertaken() throws Exception {
        api.putFirst(ASetup.ofNobody(30)).statusCode(200);
        var theirs = SetupDocument.ofYaml(ASetup.of("acme", api.centre(), 40))
                .sound()
                .content();
        try (var other = database.begin("acme");
                var pool = Executors.newSingleThreadExecutor()) {
            // The other replica has looked what is in force, as whoever changes it does first.
            try (var lock = other.prepareStatement("select number from setup_head where centre = ? for update")) {
                lock.setString(1, api.centre());
                lock.execute();
            }
            Future<Integer> answer =
                    pool.submit(() -> api.put(ASetup.ofNobody(50), 1).extract().statusCode());
            // Who publishes may wait for the row, too, but not in these words.
            await().until(() -> database.count("select count(*) from pg_stat_activity where wait_event_type = 'Lock'"
                            + " and query like 'select number from setup_head%for update'")
                    == 1);
            assertThat(answer.isDone()).isFalse();
            Database.append(other, "acme", api.centre(), 2, theirs);
            other.commit();
            assertThat(answer.get()).isEqualTo(412);
        }
        api.get("").header("ETag", "\"2\"").body("offerTimeoutSeconds", equalTo(40));
    }

    @ParameterizedTest
    @CsvSource({"supervisor, 200", "integration, 200", "agent, 403", "analyst, 403"})
    void onlySomeMaySeeAndChangeIt(String role, int status) {
        api.putFirst(ASetup.ofNobody(30)).statusCode(200);
        Api other = api.as(role);
        other.get("").statusCode(status);
        other.get("/versions").statusCode(status);
        other.get("/versions/1").statusCode(status);
        other.put(ASetup.ofNobody(31), 1).statusCode(status);
        other.activate(1).statusCode(status);
        other.caller()
                .contentType(Api.YAML)
                .body(ASetup.ofNobody(31))
                .post("/api/v1/setup/validate")
                .then()
                .statusCode(status);
        given().get("/api/v1/setup").then().statusCode(401);
        given().contentType("application/json")
                .body("{}")
                .put("/api/v1/setup")
                .then()
                .statusCode(401);
    }

    @Test
    void aCentreSeesItsOwnOnly() {
        api.putFirst(ASetup.ofNobody(30)).statusCode(200);
        for (Api stranger : List.of(
                new Api("globex", api.centre(), "supervisor"), new Api("acme", api.centre() + "x", "supervisor"))) {
            stranger.get("").statusCode(404);
            stranger.get("/versions").statusCode(200).body("versions", empty());
            stranger.get("/versions/1").statusCode(404);
            stranger.activate(1).statusCode(404);
        }
    }

    @Test
    void aDatabaseThatIsAwayIsA503InTime() {
        api.putFirst(ASetup.ofNobody(30)).statusCode(200);
        database.close();
        try {
            long start = System.nanoTime();
            api.get("").statusCode(503).contentType("application/problem+json").header("Retry-After", "2");
            api.put(ASetup.ofNobody(31), 1).statusCode(503);
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(6));
        } finally {
            database.open();
        }
        await().untilAsserted(() -> api.get("").statusCode(200).header("ETag", "\"1\""));
    }

    @Test
    void itIsInTheOpenApiDocument() {
        given().get(openApi)
                .then()
                .statusCode(200)
                .body(containsString("/api/v1/setup/versions/{number}/activate"))
                .body(containsString("Setup"));
    }
}
