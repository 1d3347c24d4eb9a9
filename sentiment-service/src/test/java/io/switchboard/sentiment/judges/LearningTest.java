package io.switchboard.sentiment.judges;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.switchboard.platform.testing.KafkaResource;
import io.switchboard.platform.testing.PostgresResource;
import io.switchboard.platform.testing.TokenResource;
import io.switchboard.sentiment.support.Api;
import io.switchboard.sentiment.support.Database;
import io.switchboard.sentiment.support.Labelled;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From corrections to a judge of the tenant's own, and back. */
@QuarkusTest
@QuarkusTestResource(KafkaResource.class)
@QuarkusTestResource(TokenResource.class)
@QuarkusTestResource(
        value = PostgresResource.class,
        initArgs = @ResourceArg(name = PostgresResource.DATABASE, value = "sentiment"))
class LearningTest {
    private static final String SHOW = "Zorbalino plays the Quexal stage in May, curtain at eight";

    @Inject
    Database database;

    @TestHTTPResource(value = "/metrics", management = true)
    String metrics;

    private final Api api = Api.ofANewTenant();

    @BeforeEach
    void theTablesAreThere() {
        database.awaitTables();
    }

    private void correct() {
        api.as("agent", "anna").post("/corrections", Labelled.corrections()).statusCode(202);
    }

    /** Returns the judge once its training has ended. */
    private JsonPath train() {
        int version = api.post("/judges")
                .statusCode(202)
                .header("Location", containsString("/api/v1/judges/"))
                .extract()
                .path("version");
        await().atMost(Duration.ofSeconds(90))
                .until(() ->
                        !api.get("/judges/" + version).extract().path("state").equals("TRAINING"));
        return api.get("/judges/" + version).statusCode(200).extract().jsonPath();
    }

    @Test
    void whatATenantCorrectsChangesItsJudgementsAndNobodyElses() {
        Api other = Api.ofANewTenant();
        String before =
                api.judge(SHOW).body("relevance", not("CHAFF")).extract().path("model");
        correct();

        JsonPath judge = train();
        assertThat(judge.getString("state")).as(judge.prettify()).isEqualTo("READY");
        assertThat(judge.getInt("progress")).isEqualTo(100);
        assertThat(judge.getInt("corrections")).isEqualTo(40);
        assertThat(judge.getDouble("report.after.accuracy.value"))
                .isGreaterThan(judge.getDouble("report.before.accuracy.value"));
        assertThat(judge.getDouble("report.after.dropped.value"))
                .isGreaterThan(judge.getDouble("report.before.dropped.value"));
        assertThat(judge.getDouble("report.after.accuracy.low"))
                .isLessThanOrEqualTo(judge.getDouble("report.after.accuracy.high"));
        assertThat(judge.getDouble("report.controlAfter.kept.value")).isGreaterThan(0.985);
        api.judge(SHOW).body("model", equalTo(before));

        int version = judge.getInt("version");
        api.post("/judges/" + version + "/activate?reason=shows")
                .statusCode(200)
                .body("version", equalTo(version))
                .body("before", equalTo(0));
        api.judge(SHOW)
                .body("relevance", equalTo("CHAFF"))
                .body("model", containsString("+" + judge.getString("model")));
        assertThat(judge.getString("model")).matches("relevance-[0-9a-f]{8}@" + api.tenant() + "-" + version);
        other.judge(SHOW).body("relevance", not("CHAFF")).body("model", equalTo(before));
        assertThat(RestAssured.get(metrics).asString())
                .contains("switchboard_calibration_error{tenant=\"" + api.tenant() + "\"}")
                .contains("switchboard_corrections_total{is=\"chaff\",was=");

        api.post("/judges/shipped/activate").statusCode(200).body("before", equalTo(version));
        api.judge(SHOW).body("relevance", not("CHAFF")).body("model", equalTo(before));
        api.get("/judges/audit")
                .body("changes", hasSize(2))
                .body("changes[0].from", equalTo(version))
                .body("changes[0].to", equalTo(0))
                .body("changes[1].reason", equalTo("shows"))
                .body("changes[1].changedBy", equalTo("sam"));
        other.get("/judges/audit").body("changes", empty());
        other.get("/judges").body("judges", empty());
        other.get("/judges/" + version).statusCode(404);
        other.post("/judges/" + version + "/activate").statusCode(404);
    }

    @Test
    void trainingTwiceGivesTheSameJudge() {
        correct();
        String first = train().getString("model");
        String second = train().getString("model");
        assertThat(second.substring(0, second.indexOf('@'))).isEqualTo(first.substring(0, first.indexOf('@')));
    }

    @Test
    void aBatchThatIsWrongThroughoutIsRefusedAndCanNotBePutInForce() {
        api.as("agent", "anna").post("/corrections", Labelled.flipped()).statusCode(202);
        JsonPath judge = train();
        assertThat(judge.getString("state")).isEqualTo("REFUSED");
        assertThat(judge.getDouble("report.after.accuracy.value"))
                .as("it looks good by itself")
                .isGreaterThan(judge.getDouble("report.before.accuracy.value"));
        assertThat(judge.getList("problems", String.class)).anyMatch(problem -> problem.contains("ontrol posts"));
        api.post("/judges/" + judge.getInt("version") + "/activate")
                .statusCode(409)
                .contentType("application/problem+json")
                .body("problems", hasItem(containsString("ontrol posts")));
        api.judge(SHOW).body("model", not(containsString("@")));
        api.get("/judges").body("judges[0].state", equalTo("REFUSED")).body("judges[0].model", nullValue());
    }

    @Test
    void aFewCorrectionsAreTooFew() {
        api.post("/judges").statusCode(422).body("detail", containsString("at least 20"));
        api.get("/judges").body("judges", empty());
    }

    @Test
    void oneOfATenantIsTrainedAtATime() {
        correct();
        database.administer("insert into judge (tenant, version, state, asked_by, asked_at, touched_at, corrections)"
                + " values ('" + api.tenant() + "', 1, 'TRAINING', 'rita', now(), now(), 40)");
        api.post("/judges").statusCode(409).body("detail", containsString("Version 1"));
        api.post("/judges/1/activate").statusCode(409);
        database.administer(
                "update judge set touched_at = now() - interval '3 minutes' where tenant = '" + api.tenant() + "'");
        assertThat(train().getInt("version")).isEqualTo(2);
        api.get("/judges/1").body("state", equalTo("FAILED"));
    }

    @Test
    void aDamagedHeadIsNotUsed() {
        correct();
        int version = train().getInt("version");
        database.administer(
                "update judge set head = set_byte(head, 5000, 1 + get_byte(head, 5000) % 100) where tenant = '"
                        + api.tenant() + "'");
        api.post("/judges/" + version + "/activate").statusCode(200);
        api.judge(SHOW).body("model", not(containsString("@")));
    }

    @Test
    void aReplicaHearsOfAChangeThatAnotherMade() {
        correct();
        int version = train().getInt("version");
        database.administer("update in_force set judge = " + version + " where tenant = '" + api.tenant() + "'");
        await().untilAsserted(() -> api.judge(SHOW).body("model", containsString("@" + api.tenant() + "-" + version)));
    }

    @Test
    void onlySupervisorsPutOneInForceAndAgentsSeeNone() {
        for (String role : List.of("agent", "integration")) {
            api.as(role, "x").post("/judges/shipped/activate").statusCode(403);
        }
        api.as("agent", "x").get("/judges").statusCode(403);
        api.as("agent", "x").post("/judges").statusCode(403);
        api.as("agent", "x").get("/judges/audit").statusCode(403);
        api.post("/judges/-1/activate").statusCode(404);
        api.post("/judges/99/activate").statusCode(404);
    }

    @Test
    void judgesGoOnWhileTheDatabaseIsAway() {
        correct();
        int version = train().getInt("version");
        api.post("/judges/" + version + "/activate").statusCode(200);
        database.close();
        try {
            api.judge(SHOW).body("model", containsString("@" + api.tenant()));
            Api.ofANewTenant().judge(SHOW).body("relevance", not("CHAFF"));
            api.post("/judges").statusCode(503).header("Retry-After", "2");
            api.post("/judges/shipped/activate").statusCode(503);
            api.post("/corrections", Labelled.corrections()).statusCode(503);
            api.get("/corrections").statusCode(503);
        } finally {
            database.open();
            await().untilAsserted(() -> api.get("/judges").statusCode(200));
        }
    }

    @Test
    void theDatabaseItselfKeepsTenantsApart() {
        correct();
        String id = api.get("/corrections").extract().path("corrections[0].correctionId");
        api.delete("/corrections/" + id).statusCode(204);
        int version = train().getInt("version");
        api.post("/judges/" + version + "/activate").statusCode(200);
        api.post("/taxonomy/versions/0/activate").statusCode(200);
        for (String table : List.of("correction", "forgotten", "judge", "judge_change", "taxonomy_version")) {
            String count = "select count(*) from " + table;
            assertThat(database.count(count)).as(table).isPositive();
            assertThat(database.countAsNobody(count)).as(table).isZero();
        }
    }

    @Test
    void everyTableWithATenantIsProtectedAndPlannedForAnyTenant() {
        // Version numbers and names of tenants: whoever works for every tenant must find them.
        assertThat(database.tablesOpenToEveryTenant()).containsExactlyInAnyOrder("in_force", "audit_tenant");
        assertThat(database.policies()).isPositive();
        assertThat(database.tablesPlannedForOneTenant()).isEmpty();
    }
}
