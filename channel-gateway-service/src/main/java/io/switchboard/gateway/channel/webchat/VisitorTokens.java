package io.switchboard.gateway.channel.webchat;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.switchboard.gateway.account.Account;
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
 * Tokens by which a browser is known again: {@code v1.VISITOR.EXPIRY.PROOF}, signed with the widget's secret. One form
 * and one algorithm, nothing in the token chooses either.
 */
final class VisitorTokens {
    static final String SECRET = "token";

    private static final String ALGORITHM = "HmacSHA256";
    private static final Pattern FORM =
            Pattern.compile("v1\\.([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\\.([0-9]{1,11})\\.([A-Za-z0-9_-]{43})");

    private VisitorTokens() {}

    /** Returns a visitor's token. */
    static String of(Visitor visitor) {
        String claims = claims(visitor.id(), visitor.until().getEpochSecond());
        return claims + "." + proof(visitor.widget(), claims);
    }

    /** Returns whose token it is; empty when it is not this widget's, was changed or is over. */
    static Optional<Visitor> read(Account widget, String token, Instant now) {
        Matcher form = FORM.matcher(token);
        if (!form.matches()) {
            return Optional.empty();
        }
        UUID id = UUID.fromString(form.group(1));
        Instant until = Instant.ofEpochSecond(Long.parseLong(form.group(2)));
        boolean genuine = MessageDigest.isEqual(
                form.group(3).getBytes(UTF_8),
                proof(widget, claims(id, until.getEpochSecond())).getBytes(UTF_8));
        return genuine && now.isBefore(until) ? Optional.of(new Visitor(widget, id, until)) : Optional.empty();
    }

    private static String claims(UUID visitor, long expiry) {
        return "v1." + visitor + "." + expiry;
    }

    private static String proof(Account widget, String claims) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(widget.secret(SECRET).bytes(), ALGORITHM));
            byte[] proof = mac.doFinal((widget.address() + "\n" + claims).getBytes(UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(proof);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + ALGORITHM, e);
        }
    }
}
