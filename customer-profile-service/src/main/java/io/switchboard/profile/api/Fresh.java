package io.switchboard.profile.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Answers that a caller may have already. */
@ApplicationScoped
class Fresh {
    private static final int TAG_BYTES = 12;

    private final ObjectMapper json;

    Fresh(ObjectMapper json) {
        this.json = json;
    }

    /** Returns {@code view} with an ETag that follows from what it says, or 304 when the caller has just that. */
    Response orKnown(Object view, Request request) {
        byte[] body = write(view);
        EntityTag tag = new EntityTag(HexFormat.of().formatHex(hash(body), 0, TAG_BYTES));
        Response.ResponseBuilder known = request.evaluatePreconditions(tag);
        Response.ResponseBuilder answer = known == null ? Response.ok(body, MediaType.APPLICATION_JSON_TYPE) : known;
        // Somebody's story is for nobody's shared cache.
        return answer.tag(tag)
                .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
                .build();
    }

    private byte[] write(Object view) {
        try {
            return json.writeValueAsBytes(view);
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static byte[] hash(byte[] body) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(body);
        } catch (NoSuchAlgorithmException never) {
            throw new IllegalStateException(never);
        }
    }
}
