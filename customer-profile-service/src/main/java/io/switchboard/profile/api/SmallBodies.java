package io.switchboard.profile.api;

import io.quarkus.vertx.http.runtime.VertxHttpRecorder;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jspecify.annotations.Nullable;

/** Holds every door but the one for imports to 2 MiB: the server's own limit is as large as a file may be. */
@ApplicationScoped
class SmallBodies {
    private static final String IMPORTS = "/api/v1/imports";
    private static final long LIMIT = 2L << 20;
    private static final int TOO_LARGE = 413;
    /** After the server's own check, which notes its limit, and before anything reads. */
    private static final int AFTER_THE_SERVERS = 1;

    private static final String PROBLEM = """
            {"status":413,"title":"Request Entity Too Large","detail":"The body is larger than this door takes."}""";

    void guard(@Observes Filters filters) {
        filters.register(this::check, AFTER_THE_SERVERS);
    }

    private void check(RoutingContext request) {
        if (request.normalizedPath().equals(IMPORTS)) {
            request.next();
            return;
        }
        if (length(request.request().getHeader(HttpHeaders.CONTENT_LENGTH)) <= LIMIT) {
            // For bodies that don't say how large they are.
            request.put(VertxHttpRecorder.MAX_REQUEST_SIZE_KEY, LIMIT);
            request.next();
            return;
        }
        request.response()
                .setStatusCode(TOO_LARGE)
                .putHeader(HttpHeaders.CONTENT_TYPE, "application/problem+json")
                .putHeader(HttpHeaders.CONNECTION, "close")
                .end(PROBLEM)
                .onComplete(_ -> request.request().connection().close());
    }

    private static long length(@Nullable String header) {
        try {
            return header == null ? 0 : Long.parseLong(header);
        } catch (NumberFormatException e) {
            return Long.MAX_VALUE;
        }
    }
}
