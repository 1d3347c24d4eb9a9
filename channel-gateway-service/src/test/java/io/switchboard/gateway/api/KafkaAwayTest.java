package io.switchboard.gateway.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.switchboard.gateway.desk.Tokens;
import io.switchboard.platform.testing.RedisResource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Nothing listens where Kafka should be. */
@QuarkusTest
@TestProfile(KafkaAwayTest.NoKafka.class)
class KafkaAwayTest {

    public static class NoKafka implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("kafka.bootstrap.servers", "localhost:1");
        }

        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(new TestResourceEntry(RedisResource.class), new TestResourceEntry(Tokens.class));
        }

        @Override
        public boolean disableGlobalTestResources() {
            return true;
        }
    }

    @Test
    void anAgentHearsSoonThatNothingWasTaken() {
        for (int i = 0; i < 3; i++) {
            long before = System.nanoTime();
            given().auth()
                    .oauth2(Tokens.agent("yara"))
                    .contentType(ContentType.JSON)
                    .body("{\"presence\":\"AVAILABLE\"}")
                    .put("/api/v1/agents/me/presence")
                    .then()
                    .statusCode(503)
                    .header("Retry-After", "1");
            assertThat(System.nanoTime() - before).isLessThan(3_000_000_000L);
        }
        given().auth()
                .oauth2(Tokens.agent("yara"))
                .get("/api/v1/agents/me")
                .then()
                .statusCode(200);
    }
}
