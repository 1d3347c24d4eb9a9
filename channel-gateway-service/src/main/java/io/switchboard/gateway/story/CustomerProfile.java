package io.switchboard.gateway.story;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The customer-profile service's API, as JSON that is passed on as it is. */
@RegisterRestClient(configKey = "profile")
@Path("/api/v1")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
interface CustomerProfile {

    @GET
    @Path("/conversations/{id}/messages")
    Uni<String> conversation(@HeaderParam("Authorization") String bearer, @PathParam("id") UUID id);

    @GET
    @Path("/customers/{id}")
    Uni<String> customer(@HeaderParam("Authorization") String bearer, @PathParam("id") UUID id);

    @GET
    @Path("/customers/{id}/messages")
    Uni<String> history(@HeaderParam("Authorization") String bearer, @PathParam("id") UUID id);

    @GET
    @Path("/customers/{id}/timeline")
    Uni<String> timeline(
            @HeaderParam("Authorization") String bearer,
            @PathParam("id") UUID id,
            @QueryParam("before") @Nullable String before,
            @QueryParam("limit") @Nullable Integer limit);

    @GET
    @Path("/customers/{id}/attributes")
    Uni<String> attributes(@HeaderParam("Authorization") String bearer, @PathParam("id") UUID id);

    @GET
    @Path("/customers/{id}/lookups")
    Uni<String> lookups(@HeaderParam("Authorization") String bearer, @PathParam("id") UUID id);

    @POST
    @Path("/customers/{id}/notes")
    Uni<String> note(@HeaderParam("Authorization") String bearer, @PathParam("id") UUID id, String note);

    @GET
    @Path("/customers/{id}/identity")
    Uni<RestResponse<String>> identity(@HeaderParam("Authorization") String bearer, @PathParam("id") UUID id);

    @GET
    @Path("/customers/{id}/suggestions")
    Uni<String> suggestions(
            @HeaderParam("Authorization") String bearer,
            @PathParam("id") UUID id,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @Nullable Integer limit);

    @POST
    @Path("/customers/{id}/suggestions/{suggestion}/{verdict}")
    Uni<String> settle(
            @HeaderParam("Authorization") String bearer,
            @PathParam("id") UUID id,
            @PathParam("suggestion") UUID suggestion,
            @PathParam("verdict") String verdict,
            String said);

    @POST
    @Path("/customers/{id}/unmerge")
    Uni<String> unmerge(
            @HeaderParam("Authorization") String bearer,
            @HeaderParam("If-Match") @Nullable String version,
            @PathParam("id") UUID id,
            String wish);
}
