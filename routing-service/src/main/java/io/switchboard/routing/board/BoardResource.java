package io.switchboard.routing.board;

import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import io.switchboard.kit.tenancy.Caller;
import io.switchboard.kit.tenancy.Callers;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Shows supervisors and other systems the caller's own centre. */
@Path("/api/v1/board")
@Tag(name = "board")
@RolesAllowed({"supervisor", "integration"})
public class BoardResource {
    private final BoardStore boards;
    private final Callers callers;
    private final SecurityIdentity identity;

    BoardResource(BoardStore boards, Callers callers, SecurityIdentity identity) {
        this.boards = boards;
        this.callers = callers;
        this.identity = identity;
    }

    @GET
    @Operation(
            operationId = "board",
            summary = "What waits, is offered and is held in the caller's centre, and who is there",
            description = "Tenant and centre come from the token. Some milliseconds behind routing's events.")
    public Uni<Board> board() {
        Caller caller = callers.of(identity);
        return boards.board(caller.tenant(), caller.centre(), Instant.now());
    }
}
