package io.switchboard.profile.api;

import static io.switchboard.profile.api.Answers.inTime;

import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import io.switchboard.kit.tenancy.Caller;
import io.switchboard.kit.tenancy.Callers;
import io.switchboard.profile.customer.CustomerStore;
import io.switchboard.profile.insight.ContactStore;
import io.switchboard.profile.insight.InsightConfig;
import io.switchboard.profile.insight.Journeys;
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

/** A customer's contacts, matter by matter. */
@Path("/api/v1/customers/{id}/journeys")
@Tag(name = "Customers")
@APIResponse(responseCode = "404", description = "The caller's tenant has no such customer")
@APIResponse(responseCode = "503", description = "The database does not answer; try again")
public class JourneysApi {
    static final int MOST_CONTACTS = 500;

    private final SecurityIdentity identity;
    private final Callers callers;
    private final TenantTransaction transaction;
    private final CustomerStore customers;
    private final ContactStore contacts;
    private final InsightConfig config;

    JourneysApi(
            SecurityIdentity identity,
            Callers callers,
            TenantTransaction transaction,
            CustomerStore customers,
            ContactStore contacts,
            InsightConfig config) {
        this.identity = identity;
        this.callers = callers;
        this.transaction = transaction;
        this.customers = customers;
        this.contacts = contacts;
        this.config = config;
    }

    @GET
    @RolesAllowed({"agent", "supervisor", "integration"})
    @Operation(
            summary = "A customer's contacts, matter by matter",
            description =
                    "The newest matter first, made from the newest 500 contacts. A contact continues another one of"
                            + " the last 7 days about the same topic, in the same conversation, or still open.")
    public Uni<List<JourneyView>> journeys(@RestPath UUID id) {
        Caller caller = callers.of(identity);
        return inTime(transaction.in(
                        caller.tenant(),
                        session -> customers
                                .find(session, caller.tenant(), id)
                                .invoke(Answers::found)
                                .chain(() -> contacts.ofCustomer(session, caller.tenant(), id, MOST_CONTACTS))))
                .map(found -> Journeys.of(found, config.journeyWindow()).stream()
                        .map(JourneyView::of)
                        .toList());
    }
}
