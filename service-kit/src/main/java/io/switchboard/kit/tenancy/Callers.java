package io.switchboard.kit.tenancy;

import io.quarkus.security.ForbiddenException;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/** Reads the caller from a verified token. */
@ApplicationScoped
public class Callers {

    /**
     * Returns the caller behind an identity.
     *
     * @throws ForbiddenException when the token names no tenant or no centre: it is nobody's, so it may touch nothing
     */
    public Caller of(SecurityIdentity identity) {
        if (!(identity.getPrincipal() instanceof JsonWebToken token)) {
            throw new ForbiddenException("not signed in with a token");
        }
        return new Caller(required(token, "tenant"), required(token, "centre"), token.getName());
    }

    private static String required(JsonWebToken token, String name) {
        @Nullable Object claim = token.getClaim(name);
        if (claim == null || claim.toString().isBlank()) {
            throw new ForbiddenException("the token has no claim " + name);
        }
        return claim.toString();
    }
}
