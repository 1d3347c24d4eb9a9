package io.switchboard.routing.setup;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.switchboard.contracts.routing.Presence;
import io.switchboard.contracts.routing.RoutingEvent;
import io.switchboard.contracts.routing.RoutingSetup;
import io.switchboard.platform.testing.KafkaResource;
import io.switchboard.platform.testing.RedisResource;
import io.switchboard.platform.testing.TokenResource;
import io.switchboard.routing.centre.Fixtures;
import io.switchboard.routing.streams.Topic;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A service that starts while its database is away routes work all the same. */
@QuarkusTest
@TestProfile(WithoutDatabaseTest.Away.class)
@Tag("starts-otherwise")
class WithoutDatabaseTest {
    @ConfigProperty(name = "kafka.bootstrap.servers")
    String brokers;

    @TestHTTPResource(value = "/health/ready", management = true)
    String ready;

    private final Api api = Api.ofANewCentre();

    @Test
    void workIsRoutedAndWhoAsksForTheSetupIsToldToComeAgain() {
        await().atMost(Duration.ofSeconds(40))
                .untilAsserted(() -> given().get(ready).then().statusCode(200).body("status", equalTo("UP")));
        try (var topic = new Topic(brokers, "acme", api.centre())) {
            topic.setUp(new RoutingSetup(
                    "",
                    "",
                    "1",
                    60,
                    3,
                    Map.of("email", 1),
                    List.of(Fixtures.general()),
                    List.of(Fixtures.agent("anna", 2))));
            topic.presence("anna", Presence.AVAILABLE);
            topic.message("m1");
            topic.next(RoutingEvent.WorkOffered.class);
        }
        api.get("").statusCode(503).header("Retry-After", "2");
        api.putFirst(ASetup.ofNobody(30)).statusCode(503);
    }

    /** Everything but the database. */
    public static final class Away implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            // Nobody listens on port 1.
            return Map.of(
                    "quarkus.datasource.jdbc.url", "jdbc:postgresql://localhost:1/routing",
                    "quarkus.datasource.reactive.url", "postgresql://localhost:1/routing");
        }

        @Override
        public boolean disableGlobalTestResources() {
            return true;
        }

        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(
                    new TestResourceEntry(KafkaResource.class),
                    new TestResourceEntry(RedisResource.class),
                    new TestResourceEntry(TokenResource.class));
        }
    }
}
