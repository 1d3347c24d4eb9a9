package io.switchboard.gateway.story;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** The customer-profile service's API, as JSON that is passed on as it is. */
@RegisterRestClient(configKey = "profile")
@Path("/api/v1")
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
}
