package io.switchboard.sentiment.corrections;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.switchboard.contracts.EventTypes;
import io.switchboard.contracts.Topics;
import io.switchboard.contracts.customer.CustomerErased;
import io.switchboard.contracts.message.Relevance;
import io.switchboard.contracts.message.UnderstandingCorrected;
import io.switchboard.contracts.message.Visibility;
import io.switchboard.kit.event.EventHeaders;
import io.switchboard.kit.event.EventJson;
import io.switchboard.platform.testing.KafkaResource;
import io.switchboard.platform.testing.PostgresResource;
import io.switchboard.platform.testing.TokenResource;
import io.switchboard.sentiment.support.Api;
import io.switchboard.sentiment.support.Database;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Both doors of the corrections, and the way out. */
@QuarkusTest
@QuarkusTestResource(KafkaResource.class)
@QuarkusTestResource(TokenResource.class)
@QuarkusTestResource(
        value = PostgresResource.class,
        initArgs = @ResourceArg(name = PostgresResource.DATABASE, value = "sentiment"))
class CorrectionsTest {
    @Inject
    Database database;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String brokers;

    private final Api api = Api.ofANewTenant();
    private final Api anna = api.as("agent", "anna");

    @BeforeEach
    void theTablesAreThere() {
        database.awaitTables();
    }

    private static Map<String, Object> ofMessage(UUID message, String is) {
        return Map.of("messageId", message, "text", "Doors at seven", "visibility", "PUBLIC", "is", is);
    }

    @Test
    void whatIsSaidTwiceIsKeptOnce() {
        UUID message = UUID.randomUUID();
        String id = anna.post("/corrections", ofMessage(message, "CHAFF"))
                .statusCode(202)
                .body("ids", hasSize(1))
                .extract()
                .path("ids[0]");
        anna.post("/corrections", List.of(ofMessage(message, "CHAFF"), ofMessage(message, "PRAISE")))
                .statusCode(202)
                .body("ids", equalTo(List.of(id, id)));
        api.as("agent", "otto")
                .post("/corrections", ofMessage(message, "QUESTION"))
                .statusCode(202);
        api.get("/corrections")
                .body("corrections", hasSize(2))
                .body("corrections.is", containsInAnyOrder("PRAISE", "QUESTION"))
                .body("corrections[0].was", notNullValue())
                .body("corrections[0].model", containsString("+relevance-"));
    }

    @Test
    void eachDoorLeadsToTheSameStore() throws Exception {
        UUID message = UUID.randomUUID();
        anna.post("/corrections", ofMessage(message, "CHAFF")).statusCode(202);
        UnderstandingCorrected later = event(message, "PRAISE", Instant.now().plusSeconds(1));
        send(EventJson.write(later));
        send("{\"text\":\"Doors\"".getBytes(UTF_8));
        UnderstandingCorrected other = event(UUID.randomUUID(), "REQUEST", Instant.now());
        send(EventJson.write(other));
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> api.get("/corrections")
                        .body("corrections", hasSize(2))
                        .body("corrections.is", containsInAnyOrder("PRAISE", "REQUEST")));
        api.caller()
                .queryParam("limit", 1)
                .get("/api/v1/corrections")
                .then()
                .body("corrections", hasSize(1))
                .body("next", notNullValue());
    }

    @Test
    void whatIsDeletedStaysDeletedWhateverKafkaTellsAgain() throws Exception {
        UnderstandingCorrected one = event(UUID.randomUUID(), "CHAFF", Instant.now());
        UnderstandingCorrected two = event(UUID.randomUUID(), "CHAFF", Instant.now());
        send(EventJson.write(one));
        send(EventJson.write(two));
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> api.get("/corrections").body("corrections", hasSize(2)));
        Api stranger = Api.ofANewTenant();
        stranger.delete("/corrections/" + one.correctionId()).statusCode(404);
        stranger.delete("/corrections?messageId=" + two.messageId()).body("deleted", equalTo(0));
        anna.delete("/corrections/" + one.correctionId()).statusCode(403);
        api.delete("/corrections/" + one.correctionId()).statusCode(204);
        api.delete("/corrections/" + one.correctionId()).statusCode(404);
        api.delete("/corrections?messageId=" + two.messageId()).statusCode(200).body("deleted", equalTo(1));
        assertThat(database.count("select count(*) from correction where tenant = '" + api.tenant() + "'"))
                .isZero();
        send(EventJson.write(one));
        send(EventJson.write(two));
        UnderstandingCorrected last = event(UUID.randomUUID(), "PRAISE", Instant.now());
        send(EventJson.write(last));
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> api.get("/corrections").body("corrections", hasSize(1)));
        // Who says so again, afterwards, is heard.
        anna.post("/corrections", ofMessage(two.messageId(), "QUESTION")).statusCode(202);
        api.get("/corrections").body("corrections.is", containsInAnyOrder("PRAISE", "QUESTION"));
    }

    @Test
    void whatIsKeptOfWhoWasForgottenIsForgotten() throws Exception {
        UUID theirs = UUID.randomUUID();
        UUID others = UUID.randomUUID();
        anna.post("/corrections", List.of(ofMessage(theirs, "CHAFF"), ofMessage(others, "CHAFF")))
                .statusCode(202);
        send(
                Topics.CUSTOMERS_ERASED,
                EventTypes.CUSTOMER_ERASED,
                EventJson.write(new CustomerErased(
                        UUID.randomUUID(), api.tenant(), "main", List.of(), List.of(theirs), Instant.now())));
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() ->
                        api.get("/corrections").body("corrections.messageId", equalTo(List.of(others.toString()))));
    }

    @Test
    void anEventWaitsWhileTheDatabaseIsAway() throws Exception {
        database.close();
        try {
            send(EventJson.write(event(UUID.randomUUID(), "CHAFF", Instant.now())));
            Thread.sleep(1_000);
        } finally {
            database.open();
        }
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> api.get("/corrections").body("corrections", hasSize(1)));
    }

    @Test
    void everyProblemIsNamedAndNothingKept() {
        anna.post(
                        "/corrections",
                        List.of(
                                ofMessage(UUID.randomUUID(), "CHAFF"),
                                Map.of("text", "secret words", "visibility", "PRIVATE", "is", "CHAFF"),
                                Map.of("text", " ", "visibility", "PUBLIC", "is", "CHAFF")))
                .statusCode(422)
                .contentType("application/problem+json")
                .body("problems", equalTo(List.of("[1].is: a private text is never CHAFF", "[2].text: says nothing")))
                .body("", not(containsString("secret words")));
        for (Object wrong : List.of(
                "{",
                "[]",
                "null",
                "[null]",
                "7",
                "{\"text\":\"a\",\"visibility\":\"PUBLIC\"}",
                "{\"text\":\"a\",\"visibility\":\"PUBLIC\",\"is\":\"NOISE\"}",
                "{\"text\":\"a\",\"visibility\":\"PUBLIC\",\"is\":\"CHAFF\",\"tenant\":\"x\"}")) {
            anna.post("/corrections", wrong).statusCode(400).contentType("application/problem+json");
        }
        api.get("/corrections").body("corrections", empty());
    }

    @Test
    void eachTenantSeesItsOwn() {
        anna.post("/corrections", ofMessage(UUID.randomUUID(), "CHAFF")).statusCode(202);
        Api.ofANewTenant().get("/corrections").body("corrections", empty());
        anna.get("/corrections").statusCode(403);
        api.as("visitor", "v")
                .post("/corrections", ofMessage(UUID.randomUUID(), "CHAFF"))
                .statusCode(403);
    }

    private UnderstandingCorrected event(UUID message, String is, Instant at) {
        return new UnderstandingCorrected(
                UUID.randomUUID(),
                api.tenant(),
                "main",
                message,
                null,
                "messenger",
                Visibility.PUBLIC,
                "Doors at seven " + message,
                Relevance.REQUEST,
                "rules-2+relevance-00000000",
                Relevance.valueOf(is),
                null,
                "anna",
                at);
    }

    private void send(byte[] value) throws Exception {
        send(Topics.UNDERSTANDING_CORRECTIONS, EventTypes.UNDERSTANDING_CORRECTED, value);
    }

    private void send(String topic, String type, byte[] value) throws Exception {
        var headers = new EventHeaders(
                UUID.randomUUID().toString(), type, "/test", "correction", Instant.now(), api.tenant(), "main");
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", brokers),
                new StringSerializer(),
                new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(topic, null, api.tenant(), value, headers.toKafka()))
                    .get();
        }
    }
}
