package io.switchboard.profile.support;

import io.smallrye.jwt.build.Jwt;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Tokens as the realm would sign them. */
public final class Tokens {
    private Tokens() {}

    /** Returns a token of somebody with {@code role} in {@code tenant}. */
    public static String of(String role, String tenant) {
        return of(role, tenant, Duration.ofMinutes(5));
    }

    public static String of(String role, String tenant, Duration validFor) {
        return Jwt.claims(Map.of(
                        "tenant",
                        tenant,
                        "centre",
                        "main",
                        "preferred_username",
                        role + "-1",
                        "realm_access",
                        Map.of("roles", List.of(role))))
                .audience("switchboard")
                .expiresIn(validFor)
                .sign();
    }
}
