package io.switchboard.profile.api;

import static io.switchboard.profile.api.Answers.inTime;

import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import io.switchboard.contracts.message.Customer;
import io.switchboard.kit.tenancy.Caller;
import io.switchboard.kit.tenancy.Callers;
import io.switchboard.profile.customer.CustomerStore;
import io.switchboard.profile.history.HistoryStore;
import io.switchboard.profile.tenancy.TenantTransaction;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** Customers and their whole story. */
@Path("/api/v1/customers/{id}")
@Tag(name = "Customers")
@APIResponse(responseCode = "404", description = "The caller's tenant has no such customer")
@APIResponse(responseCode = "503", description = "The database does not answer; try again")
public class CustomersApi {
    private final SecurityIdentity identity;
    private final Callers callers;
    private final TenantTransaction transaction;
    private final CustomerStore customers;
    private final HistoryStore history;

    CustomersApi(
            SecurityIdentity identity,
            Callers callers,
            TenantTransaction transaction,
            CustomerStore customers,
            HistoryStore history) {
        this.identity = identity;
        this.callers = callers;
        this.transaction = transaction;
        this.customers = customers;
        this.history = history;
    }

    @GET
    @RolesAllowed({"agent", "supervisor", "integration"})
    @Operation(
            summary = "Who a customer is",
            description =
                    "With what was said of them here and what other systems say. Who was merged into another is known"
                            + " as the other. The ETag is needed to change who is who.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Customer.class)))
    public Uni<Response> customer(@RestPath UUID id) {
        Caller caller = callers.of(identity);
        return inTime(transaction.in(caller.tenant(), session -> customers.find(session, caller.tenant(), id)))
                .map(Answers::found)
                .map(customer -> Answers.tagged(customer.customer(), customer.version()));
    }

    @GET
    @Path("messages")
    @RolesAllowed({"agent", "supervisor", "integration"})
    @Operation(
            summary = "A customer's story",
            description = "The newest messages over all conversations and channels, both ways, oldest of them first")
    public Uni<List<StoryMessage>> messages(
            @RestPath UUID id, @QueryParam("limit") @DefaultValue("100") @Min(1) @Max(500) int limit) {
        Caller caller = callers.of(identity);
        return inTime(transaction.in(
                        caller.tenant(),
                        session -> customers
                                .find(session, caller.tenant(), id)
                                .map(Answers::found)
                                .flatMap(root -> history.ofCustomer(session, caller.tenant(), root.id(), limit))))
                .map(said -> said.stream().map(StoryMessage::of).toList());
    }
}
