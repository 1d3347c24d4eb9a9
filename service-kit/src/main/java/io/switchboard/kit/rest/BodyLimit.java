package io.switchboard.kit.rest;

import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Refuses bodies that say themselves that they are too large, with a problem document where the server has none. */
@ApplicationScoped
public class BodyLimit {
    private static final int TOO_LARGE = 413;
    /** Before the server's own check, which answers with nothing. */
    private static final int FIRST = Integer.MAX_VALUE - 1;

    private static final String PROBLEM = """
            {"status":413,"title":"Request Entity Too Large","detail":"The body is larger than this door takes."}""";

    private final long limit;

    BodyLimit(@ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize limit) {
        this.limit = limit.asLongValue();
    }

    void guard(@Observes Filters filters) {
        filters.register(this::check, FIRST);
    }

    private void check(RoutingContext request) {
        if (length(request.request().getHeader(HttpHeaders.CONTENT_LENGTH)) <= limit) {
            request.next();
            return;
        }
        // The rest of the body is not read, so the connection is of no more use.
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
