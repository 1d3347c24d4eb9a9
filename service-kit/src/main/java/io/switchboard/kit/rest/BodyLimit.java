package io.switchboard.kit.rest;

import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Refuses bodies that say themselves that they are too large, with a problem document where the server has none. */
@ApplicationScoped
public class BodyLimit {
    /** Before the server's own check, which answers with nothing. */
    private static final int FIRST = Integer.MAX_VALUE - 1;

    private final long limit;

    BodyLimit(@ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize limit) {
        this.limit = limit.asLongValue();
    }

    void guard(@Observes Filters filters) {
        filters.register(this::check, FIRST);
    }

    private void check(RoutingContext request) {
        if (LargeBody.isOver(limit, request)) {
            LargeBody.refuse(request);
        } else {
            request.next();
        }
    }
}
