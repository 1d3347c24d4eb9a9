package io.switchboard.routing.decisions;

import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import io.switchboard.kit.tenancy.Caller;
import io.switchboard.kit.tenancy.Callers;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Says what was decided about a work item of the caller's centre, and why. */
@Path("/api/v1/work-items/{workItemId}/decisions")
@Tag(name = "Decisions")
@RolesAllowed({"agent", "supervisor", "integration"})
public class DecisionsApi {
    private final DecisionStore decisions;
    private final Callers callers;
    private final SecurityIdentity identity;

    DecisionsApi(DecisionStore decisions, Callers callers, SecurityIdentity identity) {
        this.decisions = decisions;
        this.callers = callers;
        this.identity = identity;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "decisions",
            summary = "What was decided about a work item, the first decision first",
            description = "Every offer with its explanation: how many had the skills, how many could take it, what each"
                    + " rule left, and who would have got it otherwise. The last 100, kept for three days after the"
                    + " last one.")
    @APIResponse(responseCode = "404", description = "Nothing is known of such work in the caller's centre")
    public Uni<List<Decision>> decisions(@PathParam("workItemId") UUID workItemId) {
        Caller caller = callers.of(identity);
        return decisions.of(caller.tenant(), caller.centre(), workItemId).map(found -> {
            if (found.isEmpty()) {
                throw new NotFoundException("there is no such work item");
            }
            return found;
        });
    }
}
