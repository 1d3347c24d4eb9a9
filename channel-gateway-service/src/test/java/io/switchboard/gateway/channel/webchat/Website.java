package io.switchboard.gateway.channel.webchat;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.switchboard.kit.event.EventJson;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A website's own server, which signs who has signed in as any can: with an HMAC and nothing else. */
final class Website {
    static final String SECRET = "the-secret-acmes-web-server-signs-with-in-tests";

    private Website() {}

    /** Returns the identity of a user for Acme's widget, good for five minutes. */
    static String identity(String subject, Map<String, Object> more) {
        return signed("HS256", claims(subject, more), SECRET);
    }

    /** Returns what Acme's server says of a user; a null takes a claim away. */
    static Map<String, Object> claims(String subject, Map<String, Object> more) {
        Map<String, Object> claims = new HashMap<>();
        claims.put("aud", "acme-web");
        claims.put("sub", subject);
        claims.put("exp", Instant.now().getEpochSecond() + 300);
        claims.putAll(more);
        claims.values().removeIf(Objects::isNull);
        return claims;
    }

    /** Returns a JWT whose header names {@code algorithm}, with the HMAC that its name says; none without. */
    static String signed(String algorithm, Object claims, String secret) {
        String content = base64(EventJson.text(Map.of("alg", algorithm, "typ", "JWT")))
                + "."
                + base64(claims instanceof String text ? text : EventJson.text(claims));
        return content + "." + (algorithm.equals("none") ? "" : mac(algorithm, secret, content));
    }

    static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8));
    }

    private static String mac(String algorithm, String secret, String content) {
        try {
            String name = algorithm.equals("HS512") ? "HmacSHA512" : "HmacSHA256";
            Mac mac = Mac.getInstance(name);
            mac.init(new SecretKeySpec(secret.getBytes(UTF_8), name));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(mac.doFinal(content.getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
