package io.switchboard.gateway.channel.messenger;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.switchboard.gateway.account.Secret;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HexFormat;
import java.util.Objects;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Bodies as Meta sends them, and Meta's signature. */
final class Webhook {
    private Webhook() {}

    static byte[] body(String scenario) {
        try (var file = Webhook.class.getResourceAsStream("/messenger/" + scenario + ".json")) {
            return Objects.requireNonNull(file, scenario).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] textMessage(String mid) {
        return new String(body("text-message"), UTF_8).replace("@MID@", mid).getBytes(UTF_8);
    }

    /** Computed on its own, so that a mistake in the verifier is not repeated here. */
    static String signature(byte[] body, String secret) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(new Secret(secret).bytes(), "HmacSHA256"));
            return "sha256=" + HexFormat.of().formatHex(mac.doFinal(body));
        } catch (java.security.GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
