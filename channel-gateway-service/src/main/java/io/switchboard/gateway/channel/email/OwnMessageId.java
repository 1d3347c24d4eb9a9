package io.switchboard.gateway.channel.email;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.switchboard.gateway.account.Secret;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The Message-ID of our own mails: {@code <reply.REPLY.CONVERSATION.PROOF@domain>}. A customer's mail program quotes it
 * in its answer, which finds its conversation by it even when it quotes nothing else. The proof keeps strangers from
 * writing themselves into a conversation of another account by making up an id.
 */
final class OwnMessageId {
    private static final String UUID_FORM = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}";
    private static final Pattern FORM =
            Pattern.compile("<reply\\." + UUID_FORM + "\\.(" + UUID_FORM + ")\\.([0-9a-f]{32})@[^>]*>");
    private static final String ALGORITHM = "HmacSHA256";
    private static final int PROOF_BYTES = 16;

    private final String domain;
    private final Secret secret;

    OwnMessageId(String domain, Secret secret) {
        this.domain = domain;
        this.secret = secret;
    }

    /** Returns the id of the mail that carries a reply. */
    String of(UUID reply, UUID conversation) {
        return "<reply." + reply + "." + conversation + "." + proof(conversation) + "@" + domain + ">";
    }

    /** Returns the conversation that an id names, if it is one of ours. */
    Optional<UUID> conversation(String messageId) {
        Matcher form = FORM.matcher(messageId);
        if (!form.matches()) {
            return Optional.empty();
        }
        UUID conversation = UUID.fromString(form.group(1));
        boolean ours = MessageDigest.isEqual(
                form.group(2).getBytes(UTF_8), proof(conversation).getBytes(UTF_8));
        return ours ? Optional.of(conversation) : Optional.empty();
    }

    private String proof(UUID conversation) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.bytes(), ALGORITHM));
            byte[] proof = mac.doFinal((domain + "\n" + conversation).getBytes(UTF_8));
            return HexFormat.of().formatHex(proof, 0, PROOF_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + ALGORITHM, e);
        }
    }
}
