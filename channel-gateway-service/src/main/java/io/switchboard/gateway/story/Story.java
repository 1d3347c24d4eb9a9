package io.switchboard.gateway.story;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/**
 * What the neighbours know. They are asked with the caller's own access token, so that they decide themselves what
 * this caller may see.
 *
 * <p>Everything answers with JSON, or fails with {@link NeighbourException}.
 */
@ApplicationScoped
public class Story {
    private static final String PROFILE = "customer-profile";
    private static final String ROUTING = "routing";

    private final CustomerProfile profile;
    private final RoutingBoard routing;

    Story(@RestClient CustomerProfile profile, @RestClient RoutingBoard routing) {
        this.profile = profile;
        this.routing = routing;
    }

    /** Returns what was said in a conversation, oldest first. */
    public Uni<String> conversation(String token, UUID conversationId) {
        return told(PROFILE, profile.conversation(bearer(token), conversationId));
    }

    /** Returns who a customer is. */
    public Uni<String> customer(String token, UUID customerId) {
        return told(PROFILE, profile.customer(bearer(token), customerId));
    }

    /** Returns what a customer said and was told over all channels. */
    public Uni<String> history(String token, UUID customerId) {
        return told(PROFILE, profile.history(bearer(token), customerId));
    }

    /** Returns the queues and agents of the caller's centre as they are now. */
    public Uni<String> board(String token) {
        return told(ROUTING, routing.board(bearer(token)));
    }

    private static String bearer(String token) {
        return "Bearer " + token;
    }

    private static Uni<String> told(String neighbour, Uni<String> answer) {
        return answer.onFailure().transform(failure -> new NeighbourException(neighbour, status(failure), failure));
    }

    /** A neighbour's verdict on the caller is passed on; its own trouble is not the caller's fault, nor ours. */
    private static int status(Throwable failure) {
        if (!(failure instanceof WebApplicationException refused)) {
            return Response.Status.SERVICE_UNAVAILABLE.getStatusCode();
        }
        int status = refused.getResponse().getStatus();
        return status >= 400 && status < 500 ? status : Response.Status.BAD_GATEWAY.getStatusCode();
    }
}
