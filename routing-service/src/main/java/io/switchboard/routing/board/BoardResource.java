package io.switchboard.routing.board;

import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.switchboard.kit.tenancy.Caller;
import io.switchboard.kit.tenancy.Callers;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestStreamElementType;

/** Shows supervisors and other systems the caller's own centre. */
@Path("/api/v1/board")
@Tag(name = "board")
@RolesAllowed({"supervisor", "integration"})
public class BoardResource {
    private final Boards boards;
    private final WatchBoards watching;
    private final Callers callers;
    private final SecurityIdentity identity;

    BoardResource(Boards boards, WatchBoards watching, Callers callers, SecurityIdentity identity) {
        this.boards = boards;
        this.watching = watching;
        this.callers = callers;
        this.identity = identity;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "board",
            summary = "What waits, is offered and is held in the caller's centre, who is there, and how it goes",
            description = "Tenant and centre come from the token. Some milliseconds behind routing's events. What the"
                    + " measures mean is in docs/measures.md.")
    public Uni<Board> board() {
        Caller caller = callers.of(identity);
        return boards.of(caller.tenant(), caller.centre(), Instant.now());
    }

    @GET
    @Path("/stream")
    @RestStreamElementType(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "boardStream",
            summary = "The same board as server-sent events: now, and at most once a second when it changed",
            description = "When only time passes it is sent every 15 seconds. The stream ends when the token expires.")
    public Multi<Board> stream() {
        Caller caller = callers.of(identity);
        return watching.watch(caller.tenant(), caller.centre()).select().first(untilTheTokenExpires());
    }

    private Duration untilTheTokenExpires() {
        long expires = identity.getPrincipal() instanceof JsonWebToken token ? token.getExpirationTime() : 0;
        Duration left = Duration.between(Instant.now(), Instant.ofEpochSecond(expires));
        // Verification has some leeway; a time that is over must not become no limit at all.
        return left.isPositive() ? left : Duration.ofMillis(1);
    }
}
