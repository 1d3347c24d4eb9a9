package io.switchboard.gateway.story;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/** A service that is asked with the caller's own access token, so that it decides itself what this caller may. */
enum Neighbour {
    PROFILE("customer-profile"),
    ROUTING("routing");

    private static final int LONGEST_DETAIL = 300;

    private final String service;

    Neighbour(String service) {
        this.service = service;
    }

    static String bearer(String token) {
        return "Bearer " + token;
    }

    /** Passes an answer on; whatever goes wrong becomes a {@link NeighbourException}. */
    <T> Uni<T> told(Uni<T> answer) {
        return answer.onFailure().transform(this::failed);
    }

    /** A neighbour's verdict on the caller is passed on; its own trouble is not the caller's fault, nor ours. */
    private NeighbourException failed(Throwable failure) {
        if (!(failure instanceof WebApplicationException refused)) {
            return new NeighbourException(
                    service + " does not answer", Response.Status.SERVICE_UNAVAILABLE.getStatusCode(), failure);
        }
        int status = refused.getResponse().getStatus();
        if (status < 400 || status >= 500) {
            return new NeighbourException(
                    service + " does not answer", Response.Status.BAD_GATEWAY.getStatusCode(), failure);
        }
        String why = detail(refused.getResponse());
        return new NeighbourException(why == null ? service + " refused" : why, status, failure);
    }

    /** What its problem document says, for whoever asked. */
    private static @Nullable String detail(Response refusal) {
        String text = refusal.readEntity(String.class);
        try {
            return text != null
                            && new JsonObject(text).getValue("detail") instanceof String detail
                            && detail.length() <= LONGEST_DETAIL
                    ? detail
                    : null;
        } catch (DecodeException noProblem) {
            return null;
        }
    }
}
