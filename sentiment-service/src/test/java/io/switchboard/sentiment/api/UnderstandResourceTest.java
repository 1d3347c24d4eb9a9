package io.switchboard.sentiment.api;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.jwt.build.Jwt;
import io.switchboard.platform.testing.KafkaResource;
import io.switchboard.platform.testing.PostgresResource;
import io.switchboard.platform.testing.TokenResource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(KafkaResource.class)
@QuarkusTestResource(TokenResource.class)
@QuarkusTestResource(
        value = PostgresResource.class,
        initArgs = @ResourceArg(name = PostgresResource.DATABASE, value = "sentiment"))
class UnderstandResourceTest {

    @Test
    void judgesAText() {
        given().auth()
                .oauth2(token("agent", "switchboard"))
                .contentType("application/json")
                .body("{\"text\":\"RT @acme our new store\",\"visibility\":\"PUBLIC\"}")
                .post("/api/v1/understand")
                .then()
                .statusCode(200)
                .body("relevance", equalTo("CHAFF"));
    }

    @Test
    void wantsATokenForUsWithARole() {
        given().contentType("application/json")
                .body("{}")
                .post("/api/v1/understand")
                .then()
                .statusCode(401);
        given().auth()
                .oauth2(token("agent", "somebody-else"))
                .contentType("application/json")
                .body("{}")
                .post("/api/v1/understand")
                .then()
                .statusCode(401);
        given().auth()
                .oauth2(token("visitor", "switchboard"))
                .contentType("application/json")
                .body("{\"text\":\"a\",\"visibility\":\"PUBLIC\"}")
                .post("/api/v1/understand")
                .then()
                .statusCode(403);
    }

    @Test
    void explainsBadInputAsAProblem() {
        for (String body : List.of(
                "{",
                "{\"text\":\"a\"}",
                "{\"text\":\"a\",\"visibility\":\"PUBLIC\"} x",
                "{\"text\":\"a\",\"visibility\":\"SECRET\"}",
                "{\"text\":\"a\",\"visibility\":\"PUBLIC\",\"tenant\":\"x\"}")) {
            given().auth()
                    .oauth2(token("agent", "switchboard"))
                    .contentType("application/json")
                    .body(body)
                    .post("/api/v1/understand")
                    .then()
                    .statusCode(400)
                    .contentType("application/problem+json")
                    .body(not(containsString("Exception")));
        }
    }

    private static String token(String role, String audience) {
        return Jwt.preferredUserName("anna")
                .claim("tenant", "acme")
                .claim("centre", "main")
                .claim("realm_access", Map.of("roles", Set.of(role)))
                .audience(audience)
                .sign();
    }
}
