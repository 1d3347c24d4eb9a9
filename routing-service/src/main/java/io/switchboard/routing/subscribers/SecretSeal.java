package io.switchboard.routing.subscribers;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Seals signing secrets for the database: who reads a backup can't sign as us. A secret is sealed for one subscription and
 * opens for no other.
 */
@ApplicationScoped
class SecretSeal {
    private static final Logger LOG = Logger.getLogger(SecretSeal.class);
    private static final String ALGORITHM = "AES/GCM/NoPadding";
    private static final byte VERSION = 1;
    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final @Nullable SecretKeySpec key;
    private final SecureRandom chance = new SecureRandom();

    SecretSeal(SubscribersConfig config) {
        this.key = config.key().map(SecretSeal::read).orElse(null);
        if (key == null) {
            LOG.warn("SWITCHBOARD_SUBSCRIBERS_KEY is not 32 bytes in Base64: no webhooks are sent from here");
        }
    }

    /** Returns whether there is a key: without one there are no webhooks. */
    boolean ready() {
        return key != null;
    }

    String seal(UUID subscription, SigningSecret secret) {
        byte[] nonce = new byte[NONCE_BYTES];
        chance.nextBytes(nonce);
        byte[] sealed = crypt(Cipher.ENCRYPT_MODE, subscription, nonce, secret.key());
        byte[] all = ByteBuffer.allocate(1 + NONCE_BYTES + sealed.length)
                .put(VERSION)
                .put(nonce)
                .put(sealed)
                .array();
        return Base64.getEncoder().encodeToString(all);
    }

    /**
     * Opens what {@link #seal} made.
     *
     * @throws IllegalStateException when it was sealed with another key or for another subscription
     */
    SigningSecret open(UUID subscription, String sealed) {
        ByteBuffer buffer = ByteBuffer.wrap(Base64.getDecoder().decode(sealed));
        if (buffer.remaining() <= 1 + NONCE_BYTES || buffer.get() != VERSION) {
            throw new IllegalStateException("not a sealed secret");
        }
        byte[] nonce = new byte[NONCE_BYTES];
        buffer.get(nonce);
        byte[] rest = new byte[buffer.remaining()];
        buffer.get(rest);
        return SigningSecret.of(crypt(Cipher.DECRYPT_MODE, subscription, nonce, rest));
    }

    private byte[] crypt(int mode, UUID subscription, byte[] nonce, byte[] input) {
        if (key == null) {
            throw new IllegalStateException("there is no key");
        }
        try {
            Cipher cipher = Cipher.getInstance(ALGORITHM);
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(subscription.toString().getBytes(UTF_8));
            return cipher.doFinal(input);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the secret does not open with this key", e);
        }
    }

    private static @Nullable SecretKeySpec read(String base64) {
        try {
            byte[] bytes = Base64.getDecoder().decode(base64.strip());
            return bytes.length == KEY_BYTES ? new SecretKeySpec(bytes, "AES") : null;
        } catch (IllegalArgumentException notBase64) {
            return null;
        }
    }
}
