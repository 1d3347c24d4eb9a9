package io.switchboard.gateway.desk.signin;

import io.quarkus.oidc.OIDCException;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Says that nobody can sign in now, instead of "internal error", while Keycloak is away.
 *
 * <p>Valid bearer tokens and sessions work on without it, once its keys were read.
 */
@ApplicationScoped
class KeycloakAway {
    private static final int UNAVAILABLE = 503;

    void answer(@Observes Router router) {
        router.route().order(Integer.MIN_VALUE).failureHandler(KeycloakAway::answer);
    }

    private static void answer(RoutingContext request) {
        if (!(request.failure() instanceof OIDCException) || request.response().ended()) {
            request.next();
            return;
        }
        request.response()
                .setStatusCode(UNAVAILABLE)
                .putHeader(HttpHeaders.CONTENT_TYPE, "application/problem+json")
                .putHeader(HttpHeaders.RETRY_AFTER, "5")
                .end("{\"status\":503,\"title\":\"Service Unavailable\",\"detail\":\"nobody can sign in just now\"}");
    }
}
