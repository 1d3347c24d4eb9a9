package io.switchboard.gateway.desk.signin;

import io.quarkus.oidc.TenantResolver;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Chooses how a request is authenticated.
 *
 * <p>A bearer token is checked as such, always. Without one, the pages of the desk start a sign-in, and a request that
 * carries the desk's session is checked by that session. Anything else is nobody: 401, not a redirect.
 */
@ApplicationScoped
public class SignIn implements TenantResolver {
    /** The OIDC tenant of bearer tokens. It is named, since for none Quarkus looks for one by cookie and path. */
    private static final String TOKEN = "Default";
    /** The OIDC tenant of people. */
    private static final String SESSION = "pages";

    private static final String PAGES = "/desk";
    private static final String SOCKET = "/desk/socket";
    /** What Quarkus calls the session cookie of the OIDC tenant {@value #SESSION}; long sessions come in several. */
    private static final String COOKIE = "q_session_" + SESSION;

    @Override
    public String resolve(RoutingContext request) {
        if (request.request().headers().contains(HttpHeaders.AUTHORIZATION)) {
            return TOKEN;
        }
        return isPage(request.normalizedPath()) || hasSession(request) ? SESSION : TOKEN;
    }

    /** Returns whether a request is authenticated by the session alone, which a browser sends by itself. */
    static boolean isBySession(RoutingContext request) {
        return !request.request().headers().contains(HttpHeaders.AUTHORIZATION) && hasSession(request);
    }

    private static boolean isPage(String path) {
        return (path.equals(PAGES) || path.startsWith(PAGES + "/")) && !path.equals(SOCKET);
    }

    private static boolean hasSession(RoutingContext request) {
        return request.request().cookies().stream()
                .anyMatch(cookie -> cookie.getName().startsWith(COOKIE));
    }
}
