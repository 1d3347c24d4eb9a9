package io.switchboard.sentiment.api;

import static io.restassured.RestAssured.given;
import static java.util.Collections.nCopies;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.switchboard.kit.event.EventJson;
import io.switchboard.platform.testing.KafkaResource;
import io.switchboard.platform.testing.PostgresResource;
import io.switchboard.platform.testing.TokenResource;
import io.switchboard.sentiment.judging.HeldJudge;
import io.switchboard.sentiment.support.Api;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Many texts at once, and what the API's description says of it. */
@QuarkusTest
@QuarkusTestResource(KafkaResource.class)
@QuarkusTestResource(TokenResource.class)
@QuarkusTestResource(
        value = PostgresResource.class,
        initArgs = @ResourceArg(name = PostgresResource.DATABASE, value = "sentiment"))
class BatchTest {
    private static final String PATH = "/understand/batch";

    @Inject
    HeldJudge judge;

    @Inject
    MeterRegistry metrics;

    @TestHTTPResource(value = "/openapi", management = true)
    String openApi;

    private final Api api = Api.ofANewTenant().as("agent", "anna");

    private static Map<String, String> text(String text) {
        return Map.of("text", text, "visibility", "PUBLIC");
    }

    private ValidatableResponse judge(List<?> texts) {
        return api.post(PATH, Map.of("texts", texts));
    }

    @Test
    void answersAreInOrderWithTheirIds() {
        judge(List.of(
                        Map.of("id", "b", "text", "Where is my parcel?", "visibility", "PUBLIC"),
                        text("RT @acme our new store"),
                        Map.of("id", "a", "text", "RT @acme our new store", "visibility", "PRIVATE")))
                .statusCode(200)
                .body("understandings", hasSize(3))
                .body("understandings[0].id", equalTo("b"))
                .body("understandings[0].understanding.topic", equalTo("delivery"))
                .body("understandings[1].id", nullValue())
                .body("understandings[1].understanding.relevance", equalTo("CHAFF"))
                .body("understandings[2].id", equalTo("a"))
                .body("understandings[2].understanding.relevance", not("CHAFF"));
    }

    @Test
    void noMoreAreJudgedAtOnceThanThereAreProcessorsAndEachKeepsItsPlace() throws Exception {
        var slow = judge.hold("batch: slow one");
        List<Map<String, String>> texts = new ArrayList<>(nCopies(JudgeMany.AT_ONCE, text("batch: slow one")));
        texts.add(text("RT @acme our new store"));
        var answer = CompletableFuture.supplyAsync(() -> judge(texts));
        Thread.sleep(1_000);
        assertThat(answer).isNotDone();
        assertThat(judged()).isZero();
        slow.complete(null);
        List<String> relevance = answer.get(10, TimeUnit.SECONDS)
                .statusCode(200)
                .extract()
                .path("understandings.understanding.relevance");
        assertThat(relevance).hasSize(texts.size()).last().isEqualTo("CHAFF");
        assertThat(relevance.getFirst()).isNotEqualTo("CHAFF");
        assertThat(judged()).isEqualTo(texts.size());
    }

    private long judged() {
        return metrics.find("switchboard.judgements").tag("tenant", api.tenant()).counters().stream()
                .mapToLong(counter -> (long) counter.count())
                .sum();
    }

    @Test
    void fiveHundredAreTaken() {
        List<Map<String, String>> most = IntStream.range(0, Batch.MOST)
                .mapToObj(i -> Map.of("id", "" + i, "text", "Where is my parcel " + i, "visibility", "PUBLIC"))
                .toList();
        List<String> ids = judge(most).statusCode(200).extract().path("understandings.id");
        assertThat(ids).isEqualTo(most.stream().map(one -> one.get("id")).toList());
        judge(nCopies(Batch.MOST + 1, text("a")))
                .statusCode(400)
                .contentType("application/problem+json")
                .body("violations.field", equalTo(List.of("texts")))
                .body("violations[0].message", containsString("500"));
        judge(List.of()).statusCode(400);
    }

    @Test
    void tooMuchTogetherIsRefused() {
        judge(nCopies(5, text("a".repeat(Batch.LARGEST / 5)))).statusCode(200);
        judge(nCopies(10, text("a".repeat(Batch.LARGEST / 10 + 1))))
                .statusCode(413)
                .contentType("application/problem+json")
                .body("detail", equalTo("The texts have 500,010 characters together; send up to 500,000 at a time."));
        judge(nCopies(30, text("a".repeat(100_000)))).statusCode(413).contentType("application/problem+json");
    }

    @Test
    void whatIsWrongIsNamedAndNotRepeated() {
        judge(List.of(text("fine"), Map.of("text", "secret words"), text("a".repeat(100_001))))
                .statusCode(400)
                .contentType("application/problem+json")
                .body("violations.field.sort()", equalTo(List.of("texts[1].visibility", "texts[2].text")))
                .body(not(containsString("secret words")));
        for (String wrong : List.of(
                "{",
                "[]",
                "{}",
                "{\"texts\":null}",
                "{\"texts\":[null]}",
                "{\"texts\":7}",
                "{\"texts\":[{\"text\":\"a\",\"visibility\":\"SECRET\"}]}",
                "{\"texts\":[{\"text\":\"a\",\"visibility\":\"PUBLIC\",\"tenant\":\"x\"}]}")) {
            api.post(PATH, wrong).statusCode(400).contentType("application/problem+json");
        }
        api.as("visitor", "v").post(PATH, Map.of("texts", List.of(text("a")))).statusCode(403);
        given().contentType("application/json")
                .body("{}")
                .post("/api/v1" + PATH)
                .then()
                .statusCode(401);
    }

    @Test
    void theDescriptionsExamplesAreTrue() {
        JsonNode paths = openApi().path("paths");
        JsonNode one = paths.at("/~1api~1v1~1understand/post");
        JsonNode many = paths.at("/~1api~1v1~1understand~1batch/post");
        for (JsonNode operation : List.of(one, many)) {
            assertThat(operation.path("description").asText()).isNotBlank();
            JsonNode sent = example(operation.path("requestBody"));
            JsonNode answered = example(operation.at("/responses/200"));
            String path = operation == one ? "/understand" : PATH;
            String answer =
                    api.post(path, sent.toString()).statusCode(200).extract().asString();
            assertThat(shape(read(answer))).as(answer).isEqualTo(shape(answered));
            assertThat(operation.path("responses").has("400")).isTrue();
            assertThat(operation.path("responses").has("413")).isTrue();
        }
    }

    private JsonNode openApi() {
        return read(given().accept("application/json")
                .get(openApi + "?format=json")
                .then()
                .statusCode(200)
                .extract()
                .asString());
    }

    private static JsonNode example(JsonNode of) {
        JsonNode example =
                of.at("/content/application~1json/examples").elements().next().path("value");
        return example.isTextual() ? read(example.asText()) : example;
    }

    /** What does not change with every judge. */
    private static String shape(JsonNode answer) {
        return answer.toString()
                .replaceAll("\"emotions\":\\{[^}]*}|\"(model|tier)\":\"[^\"]*\"|[0-9][0-9.]*|\\[[^\\[\\]{}]*]", "");
    }

    private static JsonNode read(String json) {
        return EventJson.read(json.getBytes(java.nio.charset.StandardCharsets.UTF_8), JsonNode.class);
    }
}
