package io.switchboard.gateway.desk.signin;

import io.quarkus.oidc.AccessTokenCredential;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.credential.TokenCredential;
import io.quarkus.security.identity.SecurityIdentity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The caller's own access token, however they signed in. */
public final class AccessToken {
    private static final String EXPIRES = "quarkus.identity.expire-time";

    private AccessToken() {}

    /** Returns the token, to be passed on to neighbours and to nobody else. */
    public static String of(SecurityIdentity identity) {
        // Signed in by session: the credential of this very type. By bearer token: the token itself.
        TokenCredential token = identity.getCredential(AccessTokenCredential.class);
        if (token == null) {
            token = identity.getCredential(TokenCredential.class);
        }
        if (token == null) {
            throw new ForbiddenException("not signed in with a token");
        }
        return token.getToken();
    }

    /** Returns when the sign-in ends, or null when the token does not say. */
    public static @Nullable Instant expiresAt(SecurityIdentity identity) {
        return identity.getAttribute(EXPIRES) instanceof Number seconds
                ? Instant.ofEpochSecond(seconds.longValue())
                : null;
    }
}
