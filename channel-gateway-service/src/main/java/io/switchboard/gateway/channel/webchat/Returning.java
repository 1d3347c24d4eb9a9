package io.switchboard.gateway.channel.webchat;

import io.switchboard.gateway.problem.Problems;
import io.switchboard.kit.event.EventJson;
import java.io.IOException;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a browser brings to become a visitor. Neither is a bearer token of the organisation's own sign-in, and must not
 * look like one.
 *
 * @param token of who was here before
 * @param identity who has signed in to the website, a JWT that its server signed
 */
record Returning(
        @Schema(description = "The token of who was here before from this browser") @Nullable
        String token,

        @Schema(description = "A JWT, HS256, by which the website's server says who has signed in") @Nullable
        String identity) {
    private static final Returning NOTHING = new Returning(null, null);

    /** Reads a request's body; an empty one brings nothing. */
    static Returning read(byte @Nullable [] body) {
        if (body == null || body.length == 0) {
            return NOTHING;
        }
        try {
            Returning read = EventJson.MAPPER.readValue(body, Returning.class);
            return read == null ? NOTHING : read;
        } catch (IOException e) {
            throw Problems.badRequest("The body is not {\"token\": …, \"identity\": …} in strict JSON.");
        }
    }
}
