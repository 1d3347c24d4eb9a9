package io.switchboard.profile.api;

import static io.switchboard.profile.api.Answers.inTime;

import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import io.switchboard.contracts.message.Customer;
import io.switchboard.kit.rest.Precondition;
import io.switchboard.kit.tenancy.Caller;
import io.switchboard.kit.tenancy.Callers;
import io.switchboard.profile.identity.Cause;
import io.switchboard.profile.identity.ChangeIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** Making two customers one, and taking it back. */
@Path("/api/v1/customers/{id}")
@Tag(name = "Identity")
@RolesAllowed({"agent", "supervisor", "integration"})
@APIResponse(responseCode = "404", description = "The caller's tenant has no such customer")
@APIResponse(responseCode = "409", description = "It can't be done; the detail says why")
@APIResponse(responseCode = "412", description = "Somebody changed it meanwhile; the ETag is the version in force")
@APIResponse(responseCode = "428", description = "If-Match is missing")
@APIResponse(responseCode = "503", description = "The database does not answer; try again")
public class IdentityApi {
    private final SecurityIdentity identity;
    private final Callers callers;
    private final ChangeIdentity change;
    private final IdentityAnswers answers;

    IdentityApi(SecurityIdentity identity, Callers callers, ChangeIdentity change, IdentityAnswers answers) {
        this.identity = identity;
        this.callers = callers;
        this.change = change;
        this.answers = answers;
    }

    @POST
    @Path("merge")
    @Operation(
            summary = "Merge a customer into another",
            description = "With all they are one with, into all the other is one with. No message and no reply address"
                    + " moves. If-Match is the ETag of the customer. Tells customers.changed.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Customer.class)))
    @APIResponse(responseCode = "422", description = "They would be merged with themselves")
    public Uni<Response> merge(
            @RestPath UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid MergeWish wish) {
        Caller caller = callers.of(identity);
        int expected = Precondition.expected(ifMatch, null);
        var cause = new Cause(caller.name(), wish.reason(), Map.of());
        return inTime(answers.changed(
                caller,
                session ->
                        change.merge(session, caller.tenant(), id, wish.into(), expected, wish.intoVersion(), cause)));
    }

    @POST
    @Path("unmerge")
    @Operation(
            summary = "Part a customer from whom they were merged into",
            description = "All who were merged into them come along, each with their messages, those of today included."
                    + " If-Match is the ETag of the customer. Tells customers.changed.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Customer.class)))
    public Uni<Response> unmerge(
            @RestPath UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid UnmergeWish wish) {
        Caller caller = callers.of(identity);
        int expected = Precondition.expected(ifMatch, null);
        var cause = new Cause(caller.name(), wish.reason(), Map.of());
        return inTime(
                answers.changed(caller, session -> change.unmerge(session, caller.tenant(), id, expected, cause)));
    }
}
