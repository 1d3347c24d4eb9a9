package io.switchboard.gateway.api;

import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import io.switchboard.gateway.desk.signin.AccessToken;
import io.switchboard.gateway.story.Story;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Who the customer is and what was said, as the customer-profile service tells this caller. */
@Path("/api/v1/customers/{id}")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.AGENT, Roles.SUPERVISOR, Roles.INTEGRATION})
@Tag(name = "Customers", description = "The customer's story over all channels")
@APIResponse(responseCode = "200", description = "As the customer-profile service documents it")
@APIResponse(responseCode = "404", description = "Unknown, or another organisation's")
@APIResponse(responseCode = "503", description = "The customer-profile service does not answer")
public class StoryResource {
    private final SecurityIdentity identity;
    private final Story story;

    StoryResource(SecurityIdentity identity, Story story) {
        this.identity = identity;
        this.story = story;
    }

    @GET
    @Operation(summary = "Who a customer is")
    public Uni<String> customer(@PathParam("id") UUID id) {
        return story.customer(AccessToken.of(identity), id);
    }

    @GET
    @Path("/messages")
    @Operation(summary = "What a customer said and was told over all channels")
    public Uni<String> history(@PathParam("id") UUID id) {
        return story.history(AccessToken.of(identity), id);
    }

    @GET
    @Path("/timeline")
    @Operation(summary = "Everything that happened with a customer, newest first, page by page")
    @APIResponse(responseCode = "400", description = "The cursor or the limit can't be")
    public Uni<String> timeline(
            @PathParam("id") UUID id,
            @QueryParam("before") @Nullable String before,
            @QueryParam("limit") @Nullable Integer limit) {
        return story.timeline(AccessToken.of(identity), id, before, limit);
    }

    @GET
    @Path("/attributes")
    @Operation(summary = "What other systems told of a customer, by field, and which of them holds")
    public Uni<String> attributes(@PathParam("id") UUID id) {
        return story.attributes(AccessToken.of(identity), id);
    }

    @GET
    @Path("/lookups")
    @RolesAllowed({Roles.AGENT, Roles.SUPERVISOR})
    @Operation(summary = "What other systems say of a customer right now; of a slow one, that it is slow")
    public Uni<String> lookups(@PathParam("id") UUID id) {
        return story.lookups(AccessToken.of(identity), id);
    }

    @POST
    @Path("/notes")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.AGENT, Roles.SUPERVISOR})
    @Operation(summary = "Note something of a customer, for colleagues")
    @APIResponse(responseCode = "201", description = "As the customer-profile service documents it")
    @APIResponse(responseCode = "400", description = "There is no text, or too much of it")
    @APIResponse(responseCode = "409", description = "There is another note with this id")
    public Uni<Response> note(@PathParam("id") UUID id, @NotNull String note) {
        return story.note(AccessToken.of(identity), id, note)
                .map(written ->
                        Response.status(Response.Status.CREATED).entity(written).build());
    }
}
