package io.switchboard.sentiment.support;

import static io.restassured.RestAssured.given;

import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.smallrye.jwt.build.Jwt;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** The API as somebody of one tenant calls it. */
public record Api(String tenant, String role, String name) {

    /** Returns a supervisor of a tenant that nobody has seen before. */
    public static Api ofANewTenant() {
        return new Api("t" + UUID.randomUUID().toString().substring(0, 8), "supervisor", "sam");
    }

    public Api as(String otherRole, String otherName) {
        return new Api(tenant, otherRole, otherName);
    }

    public RequestSpecification caller() {
        String token = Jwt.claim("tenant", tenant)
                .claim("centre", "main")
                .claim("realm_access", Map.of("roles", Set.of(role)))
                .preferredUserName(name)
                .audience(Set.of("switchboard"))
                .expiresIn(Duration.ofMinutes(5))
                .sign();
        // What a YAML body is, REST Assured would not know.
        return given().config(io.restassured.RestAssured.config()
                        .encoderConfig(io.restassured.config.EncoderConfig.encoderConfig()
                                .encodeContentTypeAs("application/yaml", io.restassured.http.ContentType.TEXT)
                                .appendDefaultContentCharsetToContentTypeIfUndefined(false)))
                .auth()
                .oauth2(token);
    }

    public ValidatableResponse get(String path) {
        return caller().get("/api/v1" + path).then();
    }

    public ValidatableResponse post(String path, Object json) {
        return caller().contentType("application/json")
                .body(json)
                .post("/api/v1" + path)
                .then();
    }

    public ValidatableResponse post(String path) {
        return caller().post("/api/v1" + path).then();
    }

    public ValidatableResponse delete(String path) {
        return caller().delete("/api/v1" + path).then();
    }

    /** Judges a public text as the tenant's messages are. */
    public ValidatableResponse judge(String text) {
        return post("/understand", Map.of("text", text, "visibility", "PUBLIC")).statusCode(200);
    }
}
