package io.switchboard.platform.provider;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * An error in the Graph API's words.
 *
 * @param status the HTTP status, not part of the body
 * @param message for developers
 * @param type the kind of error
 * @param code the number that Meta's documentation lists
 */
record GraphError(@JsonIgnore int status, String message, String type, int code) {
    private static final int UNAUTHORIZED = 401;
    private static final int BAD_REQUEST = 400;

    static GraphError badToken() {
        return new GraphError(UNAUTHORIZED, "Invalid OAuth access token.", "OAuthException", 190);
    }

    static GraphError badParameter(String message) {
        return new GraphError(BAD_REQUEST, "(#100) " + message, "OAuthException", 100);
    }

    static GraphError unknownPath(String path) {
        return new GraphError(BAD_REQUEST, "Unknown path components: " + path, "OAuthException", 2500);
    }

    static GraphError injected(int status) {
        return status == 429
                ? new GraphError(
                        status, "(#613) Calls to this api have exceeded the rate limit.", "OAuthException", 613)
                : new GraphError(status, "An unexpected error has occurred. Please retry.", "OAuthException", 2);
    }

    /** Returns what support would ask for; the same error always carries the same one. */
    @JsonProperty("fbtrace_id")
    String traceId() {
        return "A" + Integer.toHexString(hashCode());
    }
}
