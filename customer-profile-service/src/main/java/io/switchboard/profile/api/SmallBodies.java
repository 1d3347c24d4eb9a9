package io.switchboard.profile.api;

import io.quarkus.vertx.http.runtime.VertxHttpRecorder;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.switchboard.kit.rest.LargeBody;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Holds every door but the one for imports to 2 MiB: the server's own limit is as large as a file may be. */
@ApplicationScoped
class SmallBodies {
    private static final String IMPORTS = "/api/v1/imports";
    private static final long LIMIT = 2L << 20;
    /** After the server's own check, which notes its limit, and before anything reads. */
    private static final int AFTER_THE_SERVERS = 1;

    void guard(@Observes Filters filters) {
        filters.register(this::check, AFTER_THE_SERVERS);
    }

    private void check(RoutingContext request) {
        if (request.normalizedPath().equals(IMPORTS)) {
            request.next();
        } else if (LargeBody.isOver(LIMIT, request)) {
            LargeBody.refuse(request);
        } else {
            // For bodies that don't say how large they are.
            request.put(VertxHttpRecorder.MAX_REQUEST_SIZE_KEY, LIMIT);
            request.next();
        }
    }
}
