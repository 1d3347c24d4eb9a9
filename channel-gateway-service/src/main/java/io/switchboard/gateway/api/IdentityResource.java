package io.switchboard.gateway.api;

import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import io.switchboard.gateway.desk.signin.AccessToken;
import io.switchboard.gateway.story.WhoIsWho;
import io.switchboard.gateway.story.WhoIsWho.Verdict;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Who a customer is one with and who they may be, as people at the desk decide it. */
@Path("/api/v1/customers/{id}")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.AGENT, Roles.SUPERVISOR})
@Tag(name = "Customers")
@APIResponse(responseCode = "200", description = "As the customer-profile service documents it")
@APIResponse(responseCode = "404", description = "Unknown, settled already, or another organisation's")
@APIResponse(responseCode = "503", description = "The customer-profile service does not answer")
public class IdentityResource {
    private final SecurityIdentity identity;
    private final WhoIsWho whoIsWho;

    IdentityResource(SecurityIdentity identity, WhoIsWho whoIsWho) {
        this.identity = identity;
        this.whoIsWho = whoIsWho;
    }

    @GET
    @Path("/identity")
    @Operation(summary = "All who are one with a customer", description = "A change must name the answer's ETag.")
    public Uni<Response> members(@PathParam("id") UUID id) {
        return whoIsWho.identity(AccessToken.of(identity), id)
                .map(told -> Response.ok(told.getEntity())
                        .header(HttpHeaders.ETAG, told.getHeaderString(HttpHeaders.ETAG))
                        .build());
    }

    @GET
    @Path("/suggestions")
    @Operation(summary = "Who a customer may be, with reasons, the likeliest first")
    public Uni<String> suggestions(
            @PathParam("id") UUID id,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @Nullable Integer limit) {
        return whoIsWho.suggestions(AccessToken.of(identity), id, after, limit);
    }

    @POST
    @Path("/suggestions/{suggestion}/confirm")
    @Operation(summary = "Say that they are one")
    @APIResponse(responseCode = "409", description = "They are one already")
    public Uni<String> confirm(
            @PathParam("id") UUID id, @PathParam("suggestion") UUID suggestion, @NotNull String said) {
        return whoIsWho.settle(AccessToken.of(identity), id, suggestion, Verdict.CONFIRM, said);
    }

    @POST
    @Path("/suggestions/{suggestion}/reject")
    @Operation(summary = "Say that they differ; it is never suggested again")
    @APIResponse(responseCode = "204", description = "It is written down")
    public Uni<String> reject(
            @PathParam("id") UUID id, @PathParam("suggestion") UUID suggestion, @NotNull String said) {
        return whoIsWho.settle(AccessToken.of(identity), id, suggestion, Verdict.REJECT, said);
    }

    @POST
    @Path("/unmerge")
    @Operation(summary = "Part a customer from whom they were merged into")
    @APIResponse(responseCode = "409", description = "They were not merged")
    @APIResponse(responseCode = "412", description = "Somebody changed them meanwhile; look again")
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    public Uni<String> unmerge(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String version,
            @NotNull String wish) {
        return whoIsWho.unmerge(AccessToken.of(identity), id, version, wish);
    }
}
