package io.switchboard.profile.api;

import static io.switchboard.profile.api.Answers.inTime;

import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import io.switchboard.kit.tenancy.Caller;
import io.switchboard.kit.tenancy.Callers;
import io.switchboard.profile.customer.CustomerStore;
import io.switchboard.profile.sources.CountRecords;
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

/** What other systems say of a customer, and which of them holds. */
@Path("/api/v1/customers/{id}/attributes")
@Tag(name = "Customers")
@APIResponse(responseCode = "404", description = "The caller's tenant has no such customer")
@APIResponse(responseCode = "503", description = "The database does not answer; try again")
public class AttributesApi {
    private final SecurityIdentity identity;
    private final Callers callers;
    private final TenantTransaction transaction;
    private final CustomerStore customers;
    private final CountRecords records;

    AttributesApi(
            SecurityIdentity identity,
            Callers callers,
            TenantTransaction transaction,
            CustomerStore customers,
            CountRecords records) {
        this.identity = identity;
        this.callers = callers;
        this.transaction = transaction;
        this.customers = customers;
        this.records = records;
    }

    @GET
    @RolesAllowed({"agent", "supervisor", "integration"})
    @Operation(
            summary = "What other systems say of a customer",
            description =
                    "By field: the value that holds, who says it since when, what it overrules, and what was said here"
                            + " and counts instead. Over everybody who was merged into the same customer")
    public Uni<List<CustomerAttribute>> attributes(@RestPath UUID id) {
        Caller caller = callers.of(identity);
        return inTime(transaction.in(caller.tenant(), session -> customers.stored(session, caller.tenant(), id)))
                .map(Answers::found)
                .map(stored -> records.holding(stored).stream()
                        .map(attribute -> CustomerAttribute.of(attribute, stored))
                        .toList());
    }
}
