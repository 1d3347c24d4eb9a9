package io.switchboard.gateway.channel.webchat;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.switchboard.gateway.account.Account;
import io.switchboard.kit.event.EventJson;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Tokens by which a browser is known again: {@code v1.VISITOR.EXPIRY.PROOF}, signed with the widget's secret; of whoever
 * has signed in, {@code v1.VISITOR.EXPIRY.SIGNED-IN.PROOF}. One algorithm, and nothing in the token chooses it.
 */
final class VisitorTokens {
    static final String SECRET = "token";

    private static final String ALGORITHM = "HmacSHA256";
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
    private static final Pattern FORM = Pattern.compile(
            "(?<claims>v1\\.(?<id>[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})"
                    + "\\.(?<until>[0-9]{1,11})(?:\\.(?<signedIn>[A-Za-z0-9_-]{1,8192}))?)\\.(?<proof>[A-Za-z0-9_-]{43})");

    private VisitorTokens() {}

    /** Returns a visitor's token. */
    static String of(Visitor visitor) {
        String claims = "v1." + visitor.id() + "." + visitor.until().getEpochSecond();
        SignedIn signedIn = visitor.signedIn();
        String all = signedIn == null ? claims : claims + "." + BASE64.encodeToString(EventJson.write(signedIn));
        return all + "." + proof(visitor.widget(), all);
    }

    /** Returns whose token it is; empty when it is not this widget's, was changed or is over. */
    static Optional<Visitor> read(Account widget, String token, Instant now) {
        Matcher form = FORM.matcher(token);
        if (!form.matches()) {
            return Optional.empty();
        }
        boolean genuine = MessageDigest.isEqual(
                form.group("proof").getBytes(UTF_8),
                proof(widget, form.group("claims")).getBytes(UTF_8));
        return genuine ? Optional.of(visitor(widget, form)).filter(visitor -> !visitor.isOver(now)) : Optional.empty();
    }

    private static Visitor visitor(Account widget, Matcher form) {
        String signedIn = form.group("signedIn");
        return new Visitor(
                widget,
                UUID.fromString(form.group("id")),
                Instant.ofEpochSecond(Long.parseLong(form.group("until"))),
                signedIn == null ? null : EventJson.read(Base64.getUrlDecoder().decode(signedIn), SignedIn.class));
    }

    private static String proof(Account widget, String claims) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(widget.secret(SECRET).bytes(), ALGORITHM));
            byte[] proof = mac.doFinal((widget.address() + "\n" + claims).getBytes(UTF_8));
            return BASE64.encodeToString(proof);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + ALGORITHM, e);
        }
    }
}
