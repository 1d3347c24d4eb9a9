package io.switchboard.gateway.api;

import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import io.switchboard.gateway.desk.signin.AccessToken;
import io.switchboard.gateway.story.Story;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The live queues. */
@Path("/api/v1/board")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Board", description = "The queues and agents of a centre as they are now")
public class BoardResource {
    private final SecurityIdentity identity;
    private final Story story;

    BoardResource(SecurityIdentity identity, Story story) {
        this.identity = identity;
        this.story = story;
    }

    @GET
    @RolesAllowed({Roles.SUPERVISOR, Roles.INTEGRATION})
    @Operation(summary = "Waiting, offered and held work by queue, and presence by agent")
    @APIResponse(responseCode = "200", description = "As the routing service documents it")
    @APIResponse(responseCode = "503", description = "The routing service does not answer")
    public Uni<String> board() {
        return story.board(AccessToken.of(identity));
    }
}
