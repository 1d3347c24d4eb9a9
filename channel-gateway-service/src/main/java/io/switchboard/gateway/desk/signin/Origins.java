package io.switchboard.gateway.desk.signin;

import io.switchboard.gateway.desk.DeskSettings;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which sites' pages may act with a person's session: our own, and those an operator listed. */
@ApplicationScoped
public class Origins {
    private final Set<String> allowed;

    @Inject
    Origins(DeskSettings settings) {
        this(settings.allowedOrigins().orElse(Set.of()));
    }

    Origins(Set<String> allowed) {
        this.allowed = allowed;
    }

    /** Returns whether the page that sent the request may; a request without an origin was sent by no page. */
    public boolean mayAct(HttpServerRequest request) {
        return mayAct(request.getHeader(HttpHeaders.ORIGIN), request.getHeader(HttpHeaders.HOST));
    }

    boolean mayAct(@Nullable String origin, @Nullable String host) {
        return origin == null || allowed.contains(origin) || isOwn(origin, host);
    }

    /** The scheme is not compared: behind a proxy that ends TLS we do not know it. */
    private static boolean isOwn(String origin, @Nullable String host) {
        try {
            return host != null && host.equalsIgnoreCase(new URI(origin).getRawAuthority());
        } catch (URISyntaxException notAnOrigin) {
            return false;
        }
    }
}
