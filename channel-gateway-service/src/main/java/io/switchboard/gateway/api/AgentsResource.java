package io.switchboard.gateway.api;

import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import io.switchboard.contracts.routing.Presence;
import io.switchboard.gateway.desk.Actions;
import io.switchboard.gateway.desk.Agent;
import io.switchboard.gateway.desk.Desk;
import io.switchboard.gateway.desk.Desks;
import io.switchboard.kit.tenancy.Callers;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The caller's own desk. */
@Path("/api/v1/agents/me")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.AGENT, Roles.SUPERVISOR})
@Tag(name = "Desk", description = "What an agent has before them and does about it")
public class AgentsResource {
    private final SecurityIdentity identity;
    private final Desks desks;
    private final Actions actions;
    private final Callers callers;

    AgentsResource(SecurityIdentity identity, Desks desks, Actions actions, Callers callers) {
        this.identity = identity;
        this.desks = desks;
        this.actions = actions;
        this.callers = callers;
    }

    /** @param presence {@code NOT_RESPONDING} is routing's to set, not an agent's */
    public record PresenceWish(
            @NotNull Wish presence,
            @Nullable @Size(max = 200) String reason) {

        /** What an agent may say of themselves. */
        public enum Wish {
            AVAILABLE,
            BUSY,
            AWAY,
            OFFLINE;

            Presence presence() {
                return Presence.valueOf(name());
            }
        }
    }

    @GET
    @Operation(summary = "The caller's presence, open offers and held work")
    public Uni<Desk> desk() {
        return desks.of(Agent.of(callers.of(identity)));
    }

    @PUT
    @Path("/presence")
    @Operation(summary = "Say whether the caller can take work")
    @APIResponse(responseCode = "202", description = "Routing will be told")
    public Uni<Response> setPresence(@NotNull @Valid PresenceWish wish) {
        return actions.setPresence(
                        Agent.of(callers.of(identity)), wish.presence().presence(), wish.reason())
                .map(Taken::of);
    }
}
