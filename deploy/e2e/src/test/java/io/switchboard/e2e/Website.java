package io.switchboard.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.switchboard.platform.Checkout;
import io.switchboard.platform.doors.Http;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Acme's website, whose server says who has signed in. */
final class Website {
    private static final Path SECRET = Path.of("deploy/accounts/secrets/acme-widget-identity");

    private Website() {}

    /** Returns what proves to the chat who somebody is, for five minutes. */
    static String identity(String user, String name) throws Exception {
        String head = Http.JSON
                .createObjectNode()
                .put("alg", "HS256")
                .put("typ", "JWT")
                .toString();
        String claims = Http.JSON
                .createObjectNode()
                .put("aud", "acme-web")
                .put("sub", user)
                .put("name", name)
                .put("exp", Instant.now().getEpochSecond() + 300)
                .toString();
        String content = base64(head.getBytes(UTF_8)) + "." + base64(claims.getBytes(UTF_8));
        String secret = Files.readString(Checkout.find().root().resolve(SECRET)).strip();
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
        return content + "." + base64(mac.doFinal(content.getBytes(UTF_8)));
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
