package io.switchboard.routing.subscribers;

import static io.restassured.RestAssured.given;

import io.restassured.specification.RequestSpecification;
import io.smallrye.jwt.build.Jwt;
import io.switchboard.kit.tenancy.Caller;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

/** Tokens as the realm would give them. */
public final class Tokens {
    private Tokens() {}

    public static String of(Caller caller, String role, Duration validFor) {
        return Jwt.claim("tenant", caller.tenant())
                .claim("centre", caller.centre())
                .claim("realm_access", Map.of("roles", Set.of(role)))
                .preferredUserName(caller.name())
                .audience(Set.of("switchboard"))
                .expiresIn(validFor)
                .sign();
    }

    static RequestSpecification as(Caller caller, String role) {
        return given().auth().oauth2(of(caller, role, Duration.ofMinutes(5))).contentType("application/json");
    }
}
