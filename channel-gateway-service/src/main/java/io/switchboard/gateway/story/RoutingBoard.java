package io.switchboard.gateway.story;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** The routing service's API, as JSON that is passed on as it is. */
@RegisterRestClient(configKey = "routing")
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
interface RoutingBoard {

    @GET
    @Path("/board")
    Uni<String> board(@HeaderParam("Authorization") String bearer);
}
