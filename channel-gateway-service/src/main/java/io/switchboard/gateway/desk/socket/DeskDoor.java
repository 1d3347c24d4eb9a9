package io.switchboard.gateway.desk.socket;

import io.quarkus.websockets.next.HttpUpgradeCheck;
import io.smallrye.mutiny.Uni;
import io.switchboard.gateway.desk.signin.Origins;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Lets only our own pages open a desk's socket with the session that the browser adds by itself.
 *
 * <p>Browsers always name the page's origin when they open a socket, and no same-origin rule applies to sockets. A
 * client with a bearer token is no browser page and may leave the origin out.
 */
@ApplicationScoped
class DeskDoor implements HttpUpgradeCheck {
    private static final int FORBIDDEN = 403;

    private final Origins origins;

    DeskDoor(Origins origins) {
        this.origins = origins;
    }

    @Override
    public boolean appliesTo(String endpointId) {
        return endpointId.equals(DeskSocket.class.getName());
    }

    @Override
    public Uni<CheckResult> perform(HttpUpgradeContext context) {
        return mayOpen(context.httpRequest()) ? CheckResult.permitUpgrade() : CheckResult.rejectUpgrade(FORBIDDEN);
    }

    private boolean mayOpen(HttpServerRequest request) {
        var headers = request.headers();
        return headers.contains(HttpHeaders.ORIGIN)
                ? origins.mayAct(request)
                : headers.contains(HttpHeaders.AUTHORIZATION);
    }
}
