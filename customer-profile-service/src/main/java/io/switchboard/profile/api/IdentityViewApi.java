package io.switchboard.profile.api;

import static io.switchboard.profile.api.Answers.inTime;

import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import io.switchboard.kit.tenancy.Caller;
import io.switchboard.kit.tenancy.Callers;
import io.switchboard.profile.customer.CustomerProfile;
import io.switchboard.profile.customer.CustomerStore;
import io.switchboard.profile.identity.IdentityAudit;
import io.switchboard.profile.identity.IdentityStore;
import io.switchboard.profile.tenancy.TenantTransaction;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.resteasy.reactive.RestPath;

/** Who is one with whom, and how that came about. */
@Path("/api/v1/customers/{id}/identity")
@Tag(name = "Identity")
@APIResponse(responseCode = "404", description = "The caller's tenant has no such customer")
@APIResponse(responseCode = "503", description = "The database does not answer; try again")
public class IdentityViewApi {
    private static final int LARGEST_PAGE = 200;

    private final SecurityIdentity identity;
    private final Callers callers;
    private final TenantTransaction transaction;
    private final CustomerStore customers;
    private final IdentityStore identities;
    private final IdentityAudit audit;

    IdentityViewApi(
            SecurityIdentity identity,
            Callers callers,
            TenantTransaction transaction,
            CustomerStore customers,
            IdentityStore identities,
            IdentityAudit audit) {
        this.identity = identity;
        this.callers = callers;
        this.transaction = transaction;
        this.customers = customers;
        this.identities = identities;
        this.audit = audit;
    }

    @GET
    @RolesAllowed({"agent", "supervisor", "integration"})
    @Operation(
            summary = "All who are one with a customer, with their handles",
            description = "The ETag is that of the customer.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = IdentityPage.class)))
    public Uni<Response> members(@RestPath UUID id) {
        Caller caller = callers.of(identity);
        return inTime(transaction.in(
                caller.tenant(),
                session -> root(session, caller, id)
                        .flatMap(root -> identities
                                .family(session, caller.tenant(), root.id())
                                .map(family -> Answers.tagged(new IdentityPage(root.id(), family), root.version())))));
    }

    @GET
    @Path("changes")
    @RolesAllowed({"supervisor", "integration"})
    @Operation(
            summary = "Who changed this very customer, when and why, the newest first",
            description = "Those they are one with have their own. For the next page give the answer's next as before.")
    public Uni<ChangesPage> changes(
            @RestPath UUID id,
            @QueryParam("before") @DefaultValue("" + Long.MAX_VALUE) @Min(1) long before,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(LARGEST_PAGE) int limit) {
        Caller caller = callers.of(identity);
        return inTime(transaction.in(
                caller.tenant(),
                session -> root(session, caller, id)
                        .chain(() -> audit.of(session, caller.tenant(), id, before, limit))
                        .map(found -> ChangesPage.of(found, limit))));
    }

    private Uni<CustomerProfile> root(Mutiny.Session session, Caller caller, UUID id) {
        return customers.find(session, caller.tenant(), id).map(Answers::found);
    }
}
