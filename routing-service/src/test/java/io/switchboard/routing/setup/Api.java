package io.switchboard.routing.setup;

import static io.restassured.RestAssured.given;

import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.smallrye.jwt.build.Jwt;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** The API as somebody of one centre calls it. */
record Api(String tenant, String centre, String role) {
    static final String YAML = "application/yaml";

    /** Returns a supervisor of a centre that nobody has seen before. */
    static Api ofANewCentre() {
        return new Api("acme", "c" + UUID.randomUUID().toString().substring(0, 8), "supervisor");
    }

    Api as(String otherRole) {
        return new Api(tenant, centre, otherRole);
    }

    RequestSpecification caller() {
        String token = Jwt.claim("tenant", tenant)
                .claim("centre", centre)
                .claim("realm_access", Map.of("roles", Set.of(role)))
                .preferredUserName("sue")
                .audience(Set.of("switchboard"))
                .expiresIn(Duration.ofMinutes(5))
                .sign();
        // What a YAML body is, REST Assured would not know.
        return given().config(io.restassured.RestAssured.config()
                        .encoderConfig(io.restassured.config.EncoderConfig.encoderConfig()
                                .encodeContentTypeAs(YAML, io.restassured.http.ContentType.TEXT)
                                .appendDefaultContentCharsetToContentTypeIfUndefined(false)))
                .auth()
                .oauth2(token);
    }

    ValidatableResponse get(String path) {
        return caller().get("/api/v1/setup" + path).then();
    }

    /** Sends YAML that follows {@code version}. */
    ValidatableResponse put(String yaml, int version) {
        return caller().contentType(YAML)
                .header("If-Match", "\"" + version + "\"")
                .body(yaml)
                .put("/api/v1/setup")
                .then();
    }

    /** Sends a centre's first setup. */
    ValidatableResponse putFirst(String yaml) {
        return caller().contentType(YAML)
                .header("If-None-Match", "*")
                .body(yaml)
                .put("/api/v1/setup")
                .then();
    }

    ValidatableResponse activate(int version) {
        return caller().post("/api/v1/setup/versions/" + version + "/activate").then();
    }
}
