package io.switchboard.platform.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;

/**
 * A key pair made for one test run: {@code smallrye-jwt-build} signs with its private half, and the service under test
 * trusts its public half instead of asking Keycloak.
 */
public final class TokenResource implements QuarkusTestResourceLifecycleManager {
    /** Called by Quarkus. */
    public TokenResource() {}

    @Override
    public Map<String, String> start() {
        KeyPair keys = newKeys();
        return Map.of(
                // A key of our own and a server to ask exclude each other.
                "quarkus.oidc.auth-server-url",
                "",
                "smallrye.jwt.sign.key",
                Base64.getEncoder().encodeToString(keys.getPrivate().getEncoded()),
                "quarkus.oidc.public-key",
                Base64.getEncoder().encodeToString(keys.getPublic().getEncoded()));
    }

    @Override
    public void stop() {}

    private static KeyPair newKeys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has RSA", e);
        }
    }
}
