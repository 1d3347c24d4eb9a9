package io.switchboard.gateway.channel.messenger;

import io.switchboard.gateway.account.Secret;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** The signature of Meta's webhooks: {@code sha256=hex(HMAC-SHA256(app secret, body))}, over the bytes as they came. */
final class HubSignature {
    static final String HEADER = "X-Hub-Signature-256";

    private static final String SCHEME = "sha256=";
    private static final String ALGORITHM = "HmacSHA256";
    private static final int HEX_DIGITS = 64;

    private HubSignature() {}

    /** Tells whether {@code header} is the signature of {@code body} by {@code secret}; takes equally long for any. */
    static boolean isValid(byte[] body, @Nullable String header, Secret secret) {
        if (header == null || !header.startsWith(SCHEME) || header.length() != SCHEME.length() + HEX_DIGITS) {
            return false;
        }
        byte[] claimed;
        try {
            claimed = HexFormat.of().parseHex(header, SCHEME.length(), header.length());
        } catch (IllegalArgumentException e) {
            return false;
        }
        return MessageDigest.isEqual(claimed, hmac(body, secret));
    }

    private static byte[] hmac(byte[] body, Secret secret) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.bytes(), ALGORITHM));
            return mac.doFinal(body);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + ALGORITHM, e);
        }
    }
}
