package io.switchboard.gateway.story;

import static io.switchboard.gateway.story.Neighbour.PROFILE;
import static io.switchboard.gateway.story.Neighbour.bearer;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.WebApplicationException;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/**
 * Who is one with whom, as the customer-profile service knows it and as people decide it.
 *
 * <p>Everything answers with JSON, or fails with {@link NeighbourException}.
 */
@ApplicationScoped
public class WhoIsWho {
    private final CustomerProfile profile;

    WhoIsWho(@RestClient CustomerProfile profile) {
        this.profile = profile;
    }

    /** What a person says to a suggestion. */
    public enum Verdict {
        CONFIRM,
        REJECT
    }

    /** Returns all who are one with a customer, with the ETag that a change must name. */
    public Uni<RestResponse<String>> identity(String token, UUID customerId) {
        return PROFILE.told(profile.identity(bearer(token), customerId).invoke(WhoIsWho::checkTaken));
    }

    /** An answer with its headers is handed over whatever its status. */
    private static void checkTaken(RestResponse<String> answer) {
        if (answer.getStatus() != RestResponse.StatusCode.OK) {
            throw new WebApplicationException(answer.toResponse());
        }
    }

    /** Returns a page of who a customer may be, the likeliest first. */
    public Uni<String> suggestions(String token, UUID customerId, @Nullable String after, @Nullable Integer limit) {
        return PROFILE.told(profile.suggestions(bearer(token), customerId, after, limit));
    }

    /** Says that two are one, or differ; returns the customer as they are now, or nothing when nothing changed. */
    public Uni<String> settle(String token, UUID customerId, UUID suggestionId, Verdict verdict, String said) {
        return PROFILE.told(profile.settle(
                bearer(token), customerId, suggestionId, verdict.name().toLowerCase(Locale.ROOT), said));
    }

    /** Parts a customer from whom they were merged into; returns them as they are now. */
    public Uni<String> unmerge(String token, UUID customerId, @Nullable String version, String wish) {
        return PROFILE.told(profile.unmerge(bearer(token), version, customerId, wish));
    }
}
