package io.switchboard.gateway.story;

import static io.switchboard.gateway.story.Neighbour.PROFILE;
import static io.switchboard.gateway.story.Neighbour.ROUTING;
import static io.switchboard.gateway.story.Neighbour.bearer;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;

/**
 * What the neighbours know. They are asked with the caller's own access token, so that they decide themselves what
 * this caller may see.
 *
 * <p>Everything answers with JSON, or fails with {@link NeighbourException}.
 */
@ApplicationScoped
public class Story {
    private final CustomerProfile profile;
    private final RoutingBoard routing;

    Story(@RestClient CustomerProfile profile, @RestClient RoutingBoard routing) {
        this.profile = profile;
        this.routing = routing;
    }

    /** Returns what was said in a conversation, oldest first. */
    public Uni<String> conversation(String token, UUID conversationId) {
        return PROFILE.told(profile.conversation(bearer(token), conversationId));
    }

    /** Returns who a customer is. */
    public Uni<String> customer(String token, UUID customerId) {
        return PROFILE.told(profile.customer(bearer(token), customerId));
    }

    /** Returns what a customer said and was told over all channels. */
    public Uni<String> history(String token, UUID customerId) {
        return PROFILE.told(profile.history(bearer(token), customerId));
    }

    /** Returns a page of everything that happened with a customer, newest first. */
    public Uni<String> timeline(String token, UUID customerId, @Nullable String before, @Nullable Integer limit) {
        return PROFILE.told(profile.timeline(bearer(token), customerId, before, limit));
    }

    /** Returns what other systems told of a customer. */
    public Uni<String> attributes(String token, UUID customerId) {
        return PROFILE.told(profile.attributes(bearer(token), customerId));
    }

    /** Returns what other systems say of a customer when they are asked now; it takes as long as they may. */
    public Uni<String> lookups(String token, UUID customerId) {
        return PROFILE.told(profile.lookups(bearer(token), customerId));
    }

    /** Notes something of a customer; returns the note. */
    public Uni<String> note(String token, UUID customerId, String note) {
        return PROFILE.told(profile.note(bearer(token), customerId, note));
    }

    /** Returns the queues and agents of the caller's centre as they are now. */
    public Uni<String> board(String token) {
        return ROUTING.told(routing.board(bearer(token)));
    }
}
