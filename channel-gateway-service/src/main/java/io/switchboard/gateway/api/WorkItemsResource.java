package io.switchboard.gateway.api;

import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import io.switchboard.gateway.desk.Actions;
import io.switchboard.gateway.desk.Agent;
import io.switchboard.gateway.desk.Answer;
import io.switchboard.gateway.desk.Desks;
import io.switchboard.gateway.desk.KnownWork;
import io.switchboard.gateway.problem.Problems;
import io.switchboard.kit.tenancy.Caller;
import io.switchboard.kit.tenancy.Callers;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Open work. */
@Path("/api/v1/work-items/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Work", description = "Conversations that wait for an agent or are held by one")
public class WorkItemsResource {
    private final SecurityIdentity identity;
    private final Desks desks;
    private final Actions actions;
    private final Callers callers;

    WorkItemsResource(SecurityIdentity identity, Desks desks, Actions actions, Callers callers) {
        this.identity = identity;
        this.desks = desks;
        this.actions = actions;
        this.callers = callers;
    }

    /**
     * @param replyId chosen by the caller, so that asking twice answers once; made up when left out
     * @param text plain text
     * @param lastSeen the latest message the caller has seen; later ones stay unanswered. All that came when left out
     */
    public record Reply(
            @Nullable UUID replyId,
            @NotBlank @Size(max = 10_000) String text,
            @Nullable UUID lastSeen) {}

    /** The answer is on its way; what became of it shows in the work's {@code replies}. */
    public record ReplyTaken(UUID replyId) {}

    /**
     * @param disposition a word of the centre's own
     * @param lastSeen the latest message the caller has seen; routing refuses when the customer has written since
     */
    public record Completion(
            @Nullable @Size(max = 100) String disposition,
            @Nullable UUID lastSeen) {}

    /** @param reason why it is given back */
    public record Release(@Nullable @Size(max = 200) String reason) {}

    @GET
    @RolesAllowed({Roles.AGENT, Roles.SUPERVISOR, Roles.INTEGRATION})
    @Operation(
            summary = "One open work item",
            description = "Agents see what they hold or are offered, supervisors and integrations the whole centre.")
    @APIResponse(responseCode = "404", description = "No such open work, or not the caller's")
    public Uni<KnownWork> read(@PathParam("id") UUID id) {
        Caller caller = callers.of(identity);
        return desks.work(caller.tenant(), caller.centre(), id).flatMap(found -> {
            KnownWork work = found.orElseThrow(WorkItemsResource::unknown);
            return maySee(caller, work).map(may -> {
                if (!may) {
                    throw unknown();
                }
                return work;
            });
        });
    }

    @POST
    @Path("/replies")
    @RolesAllowed({Roles.AGENT, Roles.SUPERVISOR})
    @Operation(summary = "Answer the customer", description = "Goes out on the channel the customer wrote on.")
    @APIResponse(responseCode = "202", description = "On its way; Location is the work, whose replies tell the outcome")
    @APIResponse(responseCode = "404", description = "The caller does not hold this work")
    public Uni<Response> reply(@PathParam("id") UUID id, @NotNull @Valid Reply reply) {
        UUID replyId = reply.replyId() == null ? UUID.randomUUID() : reply.replyId();
        return actions.reply(Agent.of(callers.of(identity)), id, replyId, reply.lastSeen(), reply.text())
                .map(answer -> switch (answer) {
                    case Answer.Taken taken ->
                        Response.accepted(new ReplyTaken(taken.id()))
                                .location(URI.create("/api/v1/work-items/" + id))
                                .build();
                    case Answer.Unknown unknown -> throw Problems.notFound(unknown.reason());
                });
    }

    @POST
    @Path("/complete")
    @RolesAllowed({Roles.AGENT, Roles.SUPERVISOR})
    @Operation(summary = "Be done with held work")
    @APIResponse(responseCode = "202", description = "Routing will be told")
    @APIResponse(responseCode = "404", description = "The caller does not hold this work")
    public Uni<Response> complete(@PathParam("id") UUID id, @Nullable @Valid Completion completion) {
        Completion said = completion == null ? new Completion(null, null) : completion;
        return actions.complete(Agent.of(callers.of(identity)), id, said.disposition(), said.lastSeen())
                .map(Taken::of);
    }

    @POST
    @Path("/release")
    @RolesAllowed({Roles.AGENT, Roles.SUPERVISOR})
    @Operation(summary = "Give held work back; it waits where it would have waited")
    @APIResponse(responseCode = "202", description = "Routing will be told")
    @APIResponse(responseCode = "404", description = "The caller does not hold this work")
    public Uni<Response> release(@PathParam("id") UUID id, @Nullable @Valid Release release) {
        return actions.release(Agent.of(callers.of(identity)), id, release == null ? null : release.reason())
                .map(Taken::of);
    }

    private Uni<Boolean> maySee(Caller caller, KnownWork work) {
        if (identity.hasRole(Roles.SUPERVISOR) || identity.hasRole(Roles.INTEGRATION) || work.isHeldBy(caller.name())) {
            return Uni.createFrom().item(true);
        }
        UUID id = work.workItem().workItemId();
        return desks.of(Agent.of(caller))
                .map(desk -> desk.offers().stream()
                        .anyMatch(offer -> offer.workItem().workItemId().equals(id)));
    }

    private static RuntimeException unknown() {
        return Problems.notFound("unknown-work-item");
    }
}
