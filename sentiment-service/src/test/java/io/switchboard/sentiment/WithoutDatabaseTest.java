package io.switchboard.sentiment;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.switchboard.platform.testing.KafkaResource;
import io.switchboard.platform.testing.TokenResource;
import io.switchboard.sentiment.support.Api;
import io.switchboard.sentiment.support.Labelled;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A service that starts while its database is away judges all the same, and says so where it needs it. */
@QuarkusTest
@TestProfile(WithoutDatabaseTest.Away.class)
@Tag("starts-otherwise")
class WithoutDatabaseTest {
    @TestHTTPResource(value = "/health/ready", management = true)
    String ready;

    private final Api api = Api.ofANewTenant();

    @Test
    void textsAreJudgedAndWhoTeachesIsToldToComeAgain() {
        await().atMost(Duration.ofSeconds(40))
                .untilAsserted(() -> given().get(ready).then().statusCode(200).body("status", equalTo("UP")));
        api.judge("RT @acme our new store").body("relevance", equalTo("CHAFF"));
        api.post("/corrections", Labelled.corrections()).statusCode(503).header("Retry-After", "2");
        api.post("/judges").statusCode(503);
        api.get("/taxonomy").statusCode(503);
    }

    /** Everything but the database. */
    public static final class Away implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            // Nobody listens on port 1.
            return Map.of("quarkus.datasource.jdbc.url", "jdbc:postgresql://localhost:1/sentiment");
        }

        @Override
        public boolean disableGlobalTestResources() {
            return true;
        }

        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(new TestResourceEntry(KafkaResource.class), new TestResourceEntry(TokenResource.class));
        }
    }
}
