package io.switchboard.gateway.api;

import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import io.switchboard.gateway.desk.signin.AccessToken;
import io.switchboard.gateway.story.Story;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What was said in a conversation, as the customer-profile service tells this caller. */
@Path("/api/v1/conversations/{id}")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.AGENT, Roles.SUPERVISOR, Roles.INTEGRATION})
@Tag(name = "Customers")
@APIResponse(responseCode = "200", description = "As the customer-profile service documents it")
@APIResponse(responseCode = "404", description = "Unknown, or another organisation's")
@APIResponse(responseCode = "503", description = "The customer-profile service does not answer")
public class ConversationsResource {
    private final SecurityIdentity identity;
    private final Story story;

    ConversationsResource(SecurityIdentity identity, Story story) {
        this.identity = identity;
        this.story = story;
    }

    @GET
    @Path("/messages")
    @Operation(summary = "What was said in a conversation, oldest first")
    public Uni<String> conversation(@PathParam("id") UUID id) {
        return story.conversation(AccessToken.of(identity), id);
    }
}
