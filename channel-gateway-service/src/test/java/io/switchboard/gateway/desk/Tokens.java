package io.switchboard.gateway.desk;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.smallrye.jwt.build.Jwt;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** Signs tokens as the realm does, with a key made for this test run. */
public class Tokens implements QuarkusTestResourceLifecycleManager {
    private static final KeyPair KEYS = keys();

    @Override
    public Map<String, String> start() {
        String key = Base64.getEncoder().encodeToString(KEYS.getPublic().getEncoded());
        return Map.of(
                "quarkus.oidc.public-key", key,
                "quarkus.oidc.auth-server-url", "",
                "quarkus.oidc.pages.auth-server-url", "http://localhost:1/realms/switchboard");
    }

    @Override
    public void stop() {}

    public static String agent(String name) {
        return of("acme", name, "agent");
    }

    public static String supervisor(String name) {
        return of("acme", name, "agent", "supervisor");
    }

    public static String integration(String name) {
        return of("acme", name, "integration");
    }

    public static String of(String tenant, String name, String... roles) {
        return lasting(Duration.ofMinutes(5), tenant, name, roles);
    }

    public static String lasting(Duration life, String tenant, String name, String... roles) {
        return Jwt.preferredUserName(name)
                .subject(name)
                .audience("switchboard")
                .claim("tenant", tenant)
                .claim("centre", "main")
                .claim("realm_access", Map.of("roles", List.of(roles)))
                .expiresIn(life)
                .sign(KEYS.getPrivate());
    }

    private static KeyPair keys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
