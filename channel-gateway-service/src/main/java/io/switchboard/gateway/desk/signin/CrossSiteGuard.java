package io.switchboard.gateway.desk.signin;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Response;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Keeps other sites from acting with an agent's session (CSRF).
 *
 * <p>A browser adds the session cookie to whatever page sends the request; a bearer token it never adds by itself. So a
 * request that changes something and has only the cookie must come from a page of ours: browsers tell by {@code
 * Origin}, which no page can forge. Where there is no {@code Origin}, a header is asked for that a foreign page cannot
 * set without a CORS permission, which nobody gets. {@code SameSite=Lax} on the cookie is the second lock.
 */
public class CrossSiteGuard {
    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");
    private static final String OWN_HEADER = "X-Requested-With";

    private final Origins origins;

    CrossSiteGuard(Origins origins) {
        this.origins = origins;
    }

    /** Refuses what another site sent. */
    @ServerRequestFilter
    public void check(ContainerRequestContext request, RoutingContext http) {
        if (!SAFE.contains(request.getMethod()) && SignIn.isBySession(http) && !isOurs(http)) {
            throw HttpProblem.valueOf(Response.Status.FORBIDDEN, "sent by another site");
        }
    }

    private boolean isOurs(RoutingContext http) {
        var headers = http.request().headers();
        return headers.contains(HttpHeaders.ORIGIN) ? origins.mayAct(http.request()) : headers.contains(OWN_HEADER);
    }
}
