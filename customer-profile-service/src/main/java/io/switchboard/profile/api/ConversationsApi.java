package io.switchboard.profile.api;

import static io.switchboard.profile.api.Answers.inTime;

import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import io.switchboard.kit.tenancy.Caller;
import io.switchboard.kit.tenancy.Callers;
import io.switchboard.profile.history.HistoryStore;
import io.switchboard.profile.history.Said;
import io.switchboard.profile.tenancy.TenantTransaction;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** Conversations, as the agent desk shows them. */
@Path("/api/v1/conversations/{id}/messages")
@Tag(name = "Conversations")
public class ConversationsApi {
    /** The newest that are shown; a thread that is longer is scrolled in the customer's story. */
    private static final int LONGEST = 1000;

    private final SecurityIdentity identity;
    private final Callers callers;
    private final TenantTransaction transaction;
    private final HistoryStore history;

    ConversationsApi(SecurityIdentity identity, Callers callers, TenantTransaction transaction, HistoryStore history) {
        this.identity = identity;
        this.callers = callers;
        this.transaction = transaction;
        this.history = history;
    }

    @GET
    @RolesAllowed({"agent", "supervisor", "integration"})
    @Operation(summary = "A conversation", description = "Its newest 1000 messages, both ways, oldest of them first")
    @APIResponse(responseCode = "404", description = "The caller's tenant has no such conversation")
    @APIResponse(responseCode = "503", description = "The database does not answer; try again")
    public Uni<List<StoryMessage>> messages(@RestPath UUID id) {
        Caller caller = callers.of(identity);
        return inTime(transaction.in(
                        caller.tenant(), session -> history.ofConversation(session, caller.tenant(), id, LONGEST)))
                .map(ConversationsApi::story);
    }

    private static List<StoryMessage> story(List<Said> said) {
        if (said.isEmpty()) {
            throw new NotFoundException("there is no such conversation");
        }
        return said.stream().map(StoryMessage::of).toList();
    }
}
