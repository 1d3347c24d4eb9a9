package io.switchboard.profile.api;

import static io.switchboard.profile.api.Answers.inTime;

import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import io.switchboard.kit.tenancy.Caller;
import io.switchboard.kit.tenancy.Callers;
import io.switchboard.profile.customer.CustomerStore;
import io.switchboard.profile.sources.lookup.LiveAnswer;
import io.switchboard.profile.sources.lookup.LookUpCustomer;
import io.switchboard.profile.tenancy.TenantTransaction;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** What other systems say of a customer right now. */
@Path("/api/v1/customers/{id}/lookups")
@Tag(name = "Customers")
@APIResponse(responseCode = "404", description = "The caller's tenant has no such customer")
@APIResponse(responseCode = "503", description = "The database does not answer; try again")
public class LookupsApi {
    private final SecurityIdentity identity;
    private final Callers callers;
    private final TenantTransaction transaction;
    private final CustomerStore customers;
    private final LookUpCustomer lookUp;

    LookupsApi(
            SecurityIdentity identity,
            Callers callers,
            TenantTransaction transaction,
            CustomerStore customers,
            LookUpCustomer lookUp) {
        this.identity = identity;
        this.callers = callers;
        this.transaction = transaction;
        this.customers = customers;
        this.lookUp = lookUp;
    }

    @GET
    @RolesAllowed({"agent", "supervisor"})
    @Operation(
            summary = "What other systems say of a customer right now",
            description =
                    "Those whose file says how they are asked. One that is slow or away is answered for with its state,"
                            + " and the others are not held up by it")
    public Uni<List<LiveAnswer>> lookups(@RestPath UUID id) {
        Caller caller = callers.of(identity);
        return inTime(transaction
                        .in(caller.tenant(), session -> customers.find(session, caller.tenant(), id))
                        .invoke(Answers::found))
                .chain(() -> inTime(lookUp.ask(caller.tenant(), id)));
    }
}
