package io.switchboard.gateway.api;

import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import io.switchboard.gateway.desk.Actions;
import io.switchboard.gateway.desk.Agent;
import io.switchboard.kit.tenancy.Callers;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Work that is put before the caller. */
@Path("/api/v1/offers/{id}")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.AGENT, Roles.SUPERVISOR})
@Tag(name = "Desk")
public class OffersResource {
    private final SecurityIdentity identity;
    private final Actions actions;
    private final Callers callers;

    OffersResource(SecurityIdentity identity, Actions actions, Callers callers) {
        this.identity = identity;
        this.actions = actions;
        this.callers = callers;
    }

    /** @param reason for the ledger and the supervisor */
    public record Declining(@Nullable @Size(max = 200) String reason) {}

    @POST
    @Path("/accept")
    @Operation(summary = "Take the offered work")
    @APIResponse(responseCode = "202", description = "Routing will be told; the work shows on the desk")
    @APIResponse(responseCode = "404", description = "No such offer stands before the caller")
    public Uni<Response> accept(@PathParam("id") UUID id) {
        return actions.accept(Agent.of(callers.of(identity)), id).map(Taken::of);
    }

    @POST
    @Path("/decline")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Leave the offered work to somebody else")
    @APIResponse(responseCode = "202", description = "Routing will be told")
    @APIResponse(responseCode = "404", description = "No such offer stands before the caller")
    public Uni<Response> decline(@PathParam("id") UUID id, @Nullable @Valid Declining declining) {
        return actions.decline(Agent.of(callers.of(identity)), id, declining == null ? null : declining.reason())
                .map(Taken::of);
    }
}
