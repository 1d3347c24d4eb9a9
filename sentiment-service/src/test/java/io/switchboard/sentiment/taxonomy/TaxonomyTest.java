package io.switchboard.sentiment.taxonomy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.switchboard.platform.testing.KafkaResource;
import io.switchboard.platform.testing.PostgresResource;
import io.switchboard.platform.testing.TokenResource;
import io.switchboard.sentiment.support.Api;
import io.switchboard.sentiment.support.Database;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A tenant's own topics: read, changed, refused, taken back, and judged by. */
@QuarkusTest
@QuarkusTestResource(KafkaResource.class)
@QuarkusTestResource(TokenResource.class)
@QuarkusTestResource(
        value = PostgresResource.class,
        initArgs = @ResourceArg(name = PostgresResource.DATABASE, value = "sentiment"))
class TaxonomyTest {
    private static final String YAML = "application/yaml";
    private static final String SEATS = """
            - name: seats
              skills: [boxoffice]
              words:
                en: [Seat, seats, wheelchair place]
            """;

    @Inject
    Database database;

    private final Api api = Api.ofANewTenant();

    @BeforeEach
    void theTablesAreThere() {
        database.awaitTables();
    }

    /** Returns the taxonomy in force as YAML, with something more. */
    private String extended(String skill, String topics) {
        byte[] bytes = api.caller()
                .accept(YAML)
                .get("/api/v1/taxonomy")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        String yaml = new String(bytes, UTF_8);
        return yaml.replace("skills:\n- account\n", "skills:\n- " + skill + "\n- account\n") + topics;
    }

    private ValidatableResponse put(String yaml, int version) {
        return api.caller()
                .contentType(YAML)
                .header("If-Match", "\"" + version + "\"")
                .body(yaml.getBytes(UTF_8))
                .put("/api/v1/taxonomy")
                .then();
    }

    @Test
    void theOneThatShipsIsInForceUntilThereIsAnother() {
        api.get("/taxonomy")
                .statusCode(200)
                .header("ETag", "\"0\"")
                .body("skills", hasItems("billing", "emergency"))
                .body("topics.name", hasItem("emergency"));
        api.caller()
                .header("If-None-Match", "\"0\"")
                .get("/api/v1/taxonomy")
                .then()
                .statusCode(304);
        api.get("/taxonomy/versions").body("versions", empty());
        api.judge("Can I have a wheelchair place?")
                .body("topic", equalTo("other"))
                .body("skills", empty());
    }

    @Test
    void aTenantsTextsAreJudgedByItsOwnAndNobodyElses() {
        put(extended("boxoffice", SEATS), 0)
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("number", equalTo(1))
                .body("changedBy", equalTo("sam"));
        api.judge("Can I have a wheelchair place?")
                .body("topic", equalTo("seats"))
                .body("skills", contains("boxoffice"));
        Api.ofANewTenant().judge("Can I have a wheelchair place?").body("topic", equalTo("other"));
        api.get("/taxonomy/versions/1").body("taxonomy.topics.name", hasItem("seats"));
        Api.ofANewTenant().get("/taxonomy/versions/1").statusCode(404);

        api.post("/taxonomy/versions/0/activate").statusCode(200).header("ETag", "\"2\"");
        api.judge("Can I have a wheelchair place?").body("topic", equalTo("other"));
        api.post("/taxonomy/versions/1/activate?comment=again").statusCode(200).header("ETag", "\"3\"");
        api.judge("Can I have a wheelchair place?").body("topic", equalTo("seats"));
        api.get("/taxonomy/versions")
                .body("versions.number", contains(3, 2, 1))
                .body("versions[0].comment", equalTo("again"))
                .body("versions[1].comment", equalTo("as version 0"));
    }

    @Test
    void aChangeSaysWhatItFollows() {
        String yaml = extended("boxoffice", SEATS);
        api.caller()
                .contentType(YAML)
                .body(yaml.getBytes(UTF_8))
                .put("/api/v1/taxonomy")
                .then()
                .statusCode(428);
        put(yaml, 4).statusCode(412).header("ETag", "\"0\"");
        put(yaml, 0).statusCode(200);
        put(yaml, 0).statusCode(412).header("ETag", "\"1\"");
    }

    @Test
    void everyProblemIsNamedAndNothingChanged() {
        String wrong = extended("boxoffice", """
                - name: seats
                  skills: [juggling]
                  words: {en: [seat], xx: [seat]}
                - name: billing
                  words: {en: [bill]}
                - name: nothing
                - name: Big Words
                  words: {en: [%s]}
                """.formatted("x".repeat(61)));
        List<String> problems = put(wrong, 0)
                .statusCode(422)
                .contentType("application/problem+json")
                .extract()
                .path("problems");
        assertThat(problems)
                .contains(
                        "topics.seats.skills.juggling: is not among the skills",
                        "topics.seats.words.xx: is not a language that is read: de, en, es, fr",
                        "topics.billing: is there twice",
                        "topics.nothing: has neither words nor examples",
                        "topics.Big Words: is no name")
                .hasSize(6);
        String yaml = extended("boxoffice", "");
        put(yaml.replaceFirst(" *- gas leak\n", ""), 0)
                .statusCode(422)
                .body("problems", contains("topics.emergency.words.en.gas leak: can't be removed"));
        put(yaml.replace("name: emergency", "name: alarm"), 0)
                .statusCode(422)
                .body("problems", contains("topics.emergency: can't be removed"));
        put(yaml.replace("brands: []", "brands: ['@acme', x]"), 0)
                .statusCode(422)
                .body("problems", hasSize(2));
        put("topics: 7\nskills: [a]\nwings: 2\n", 0).statusCode(422).body("problems", hasSize(2));
        put("skills: [", 0).statusCode(422).body("problems[0]", containsString("not YAML"));
        api.caller()
                .contentType("application/json")
                .body("{\"skills\":[],\"topics\":[]}")
                .post("/api/v1/taxonomy/validate")
                .then()
                .statusCode(200)
                .body("sound", equalTo(false));
        api.caller()
                .contentType(YAML)
                .body(yaml.getBytes(UTF_8))
                .post("/api/v1/taxonomy/validate")
                .then()
                .body("sound", equalTo(true))
                .body("problems", empty());
        api.get("/taxonomy").header("ETag", "\"0\"");
        api.get("/taxonomy/versions").body("versions", empty());
    }

    @Test
    void whatIsReadCanBeSentBack() {
        String json = api.get("/taxonomy").extract().asString();
        api.caller()
                .contentType("application/json")
                .header("If-Match", "\"0\"")
                .body(json)
                .put("/api/v1/taxonomy")
                .then()
                .statusCode(200);
        assertThat(api.get("/taxonomy").extract().asString()).isEqualTo(json);
    }

    @Test
    void examplesTellWhatWordsDoNotFind() {
        put(extended("boxoffice", """
                - name: seats
                  skills: [boxoffice]
                  examples: [Can we sit nearer to the front, Our places are behind a pillar, We would rather sit together,
                    The row is too far back, Is there a place for a wheelchair, Could we sit on the balcony instead,
                    My view is blocked by a pillar, Put us in a row nearer to the stage]
                - name: cloakroom
                  skills: [boxoffice]
                  examples: [I left my coat at the cloakroom, My umbrella was not at the cloakroom, Somebody took my scarf,
                    Where do I get my coat back, I forgot my hat in the foyer, The cloakroom gave me a wrong coat,
                    Is my scarf still in the foyer, You gave my umbrella to somebody]
                """), 0).statusCode(200);
        api.judge("Can we sit together nearer to the front row")
                .body("topic", equalTo("seats"))
                .body("skills", contains("boxoffice"));
        api.judge("My coat and scarf are still at the cloakroom").body("topic", equalTo("cloakroom"));
        api.judge("My invoice is wrong, you charged me twice").body("topic", equalTo("billing"));
        api.judge("What a match yesterday, crazy").body("topic", equalTo("other"));
    }

    @Test
    void anEmergencyIsOneByWhateverTaxonomy() {
        database.administer("insert into taxonomy_version (tenant, number, content, changed_by, changed_at) values ('"
                + api.tenant() + "', 1, '{\"skills\":[],\"topics\":[]}', 'x', now())");
        database.administer("insert into in_force (tenant, taxonomy) values ('" + api.tenant() + "', 1)");
        await().untilAsserted(() -> api.judge("My invoice is wrong").body("topic", equalTo("other")));
        api.judge("There is a gas leak").body("topic", equalTo("emergency")).body("urgency", equalTo(1.0f));
    }

    @Test
    void whoMay() {
        api.as("agent", "anna").get("/taxonomy").statusCode(403);
        api.as("integration", "crm").get("/taxonomy").statusCode(200);
        database.close();
        try {
            api.get("/taxonomy").statusCode(503).header("Retry-After", "2");
            put("skills: []", 0).statusCode(422);
        } finally {
            database.open();
        }
        await().untilAsserted(() -> api.get("/taxonomy").statusCode(200));
    }
}
