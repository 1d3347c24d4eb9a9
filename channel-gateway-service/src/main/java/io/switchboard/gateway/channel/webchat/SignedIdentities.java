package io.switchboard.gateway.channel.webchat;

import io.switchboard.contracts.message.SignedIdentity;
import io.switchboard.gateway.account.Account;
import io.switchboard.gateway.account.Secret;
import io.switchboard.gateway.channel.webchat.BadIdentityException.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.ErrorCodes;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.HmacKey;
import org.jose4j.lang.InvalidAlgorithmException;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a website's own server signed of who has signed in there: a JWT (RFC 7519) with claims as OpenID Connect
 * names them. HS256 is the only algorithm, whatever the token says, and its signature is verified before any claim is
 * looked at.
 */
final class SignedIdentities {
    static final String SECRET = "identity";

    /** Clocks differ. */
    static final Duration SKEW = Duration.ofSeconds(30);

    private static final int LONGEST = 8192;
    private static final Pattern CLAIM = Pattern.compile("(?=.*\\S)[^\\p{Cntrl}\\p{Cs}]{1,255}");
    private static final Map<Integer, Reason> REASONS = Map.of(
            ErrorCodes.SIGNATURE_INVALID, Reason.SIGNATURE,
            ErrorCodes.AUDIENCE_MISSING, Reason.AUDIENCE,
            ErrorCodes.AUDIENCE_INVALID, Reason.AUDIENCE,
            ErrorCodes.EXPIRED, Reason.EXPIRED,
            ErrorCodes.NOT_YET_VALID, Reason.EARLY,
            ErrorCodes.EXPIRATION_MISSING, Reason.LIFETIME,
            ErrorCodes.EXPIRATION_TOO_FAR_IN_FUTURE, Reason.LIFETIME,
            ErrorCodes.SUBJECT_MISSING, Reason.CLAIMS,
            ErrorCodes.MALFORMED_CLAIM, Reason.CLAIMS);

    private SignedIdentities() {}

    /** Tells whether a widget's website may say who its visitors are. */
    static boolean areWanted(Account widget) {
        return widget.secrets().containsKey(SECRET);
    }

    /**
     * Returns the visitor that an identity speaks of.
     *
     * @param device who chats from the same browser without signing in; null when that is not known
     * @param longest how far ahead its end may be
     * @throws BadIdentityException when it proves nothing
     */
    static Visitor read(Account widget, String identity, @Nullable UUID device, Instant now, Duration longest)
            throws BadIdentityException {
        if (!areWanted(widget)) {
            throw new BadIdentityException(Reason.UNWANTED);
        }
        if (identity.length() > LONGEST) {
            throw new BadIdentityException(Reason.MALFORMED);
        }
        JwtClaims claims = verified(widget, identity, now, longest);
        try {
            return visitor(widget, claims, device);
        } catch (MalformedClaimException e) {
            throw new BadIdentityException(Reason.CLAIMS);
        }
    }

    private static JwtClaims verified(Account widget, String identity, Instant now, Duration longest)
            throws BadIdentityException {
        Secret secret = widget.secret(SECRET);
        JwtConsumer consumer = new JwtConsumerBuilder()
                .setJwsAlgorithmConstraints(ConstraintType.PERMIT, AlgorithmIdentifiers.HMAC_SHA256)
                .setVerificationKey(new HmacKey(secret.bytes()))
                .setExpectedAudience(widget.address())
                .setRequireSubject()
                .setRequireExpirationTime()
                .setMaxFutureValidityInMinutes(Math.toIntExact(longest.toMinutes()))
                .setAllowedClockSkewInSeconds(Math.toIntExact(SKEW.toSeconds()))
                .setEvaluationTime(NumericDate.fromMilliseconds(now.toEpochMilli()))
                .build();
        try {
            return consumer.processToClaims(identity);
        } catch (InvalidJwtException e) {
            throw new BadIdentityException(reason(e));
        }
    }

    private static Reason reason(InvalidJwtException failure) {
        if (failure.getCause() instanceof InvalidAlgorithmException) {
            return Reason.ALGORITHM;
        }
        return failure.getErrorDetails().stream()
                .flatMap(error -> Stream.ofNullable(REASONS.get(error.getErrorCode())))
                .findFirst()
                .orElse(Reason.MALFORMED);
    }

    private static Visitor visitor(Account widget, JwtClaims claims, @Nullable UUID device)
            throws MalformedClaimException {
        String subject = text(claims, "sub");
        if (subject == null) {
            throw new MalformedClaimException("sub");
        }
        var identity = new SignedIdentity(
                subject,
                text(claims, "account_number"),
                verifiedText(claims, "email"),
                verifiedText(claims, "phone_number"),
                device == null ? null : device.toString());
        Instant until = Instant.ofEpochMilli(claims.getExpirationTime().getValueInMillis());
        return Visitor.signedIn(widget, new SignedIn(identity, text(claims, "name")), until.plus(SKEW));
    }

    /** What the website itself does not know to be theirs proves nothing. */
    private static @Nullable String verifiedText(JwtClaims claims, String name) throws MalformedClaimException {
        Boolean verified = claims.getClaimValue(name + "_verified", Boolean.class);
        String text = text(claims, name);
        return Boolean.TRUE.equals(verified) ? text : null;
    }

    private static @Nullable String text(JwtClaims claims, String name) throws MalformedClaimException {
        String text = claims.getStringClaimValue(name);
        if (text != null && !CLAIM.matcher(text).matches()) {
            throw new MalformedClaimException(name);
        }
        return text;
    }
}
