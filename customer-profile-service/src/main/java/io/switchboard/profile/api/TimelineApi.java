package io.switchboard.profile.api;

import static io.switchboard.profile.api.Answers.inTime;

import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import io.switchboard.kit.tenancy.Caller;
import io.switchboard.kit.tenancy.Callers;
import io.switchboard.profile.customer.CustomerStore;
import io.switchboard.profile.history.Timeline;
import io.switchboard.profile.insight.ContactStore;
import io.switchboard.profile.insight.InsightConfig;
import io.switchboard.profile.insight.Journeys;
import io.switchboard.profile.paging.Place;
import io.switchboard.profile.tenancy.TenantTransaction;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** A customer's whole story in one line. */
@Path("/api/v1/customers/{id}/timeline")
@Tag(name = "Customers")
@APIResponse(responseCode = "404", description = "The caller's tenant has no such customer")
@APIResponse(responseCode = "503", description = "The database does not answer; try again")
public class TimelineApi {
    /** Enough to see what the last one repeats. */
    private static final int RECENT_CONTACTS = 50;

    private final SecurityIdentity identity;
    private final Callers callers;
    private final TenantTransaction transaction;
    private final CustomerStore customers;
    private final Timeline timeline;
    private final ContactStore contacts;
    private final InsightConfig config;
    private final Fresh fresh;

    TimelineApi(
            SecurityIdentity identity,
            Callers callers,
            TenantTransaction transaction,
            CustomerStore customers,
            Timeline timeline,
            ContactStore contacts,
            InsightConfig config,
            Fresh fresh) {
        this.identity = identity;
        this.callers = callers;
        this.transaction = transaction;
        this.customers = customers;
        this.timeline = timeline;
        this.contacts = contacts;
        this.config = config;
        this.fresh = fresh;
    }

    @GET
    @RolesAllowed({"agent", "supervisor", "integration"})
    @Operation(
            summary = "Everything that happened with a customer, newest first",
            description = "What was said on any channel, what became of it, and what agents noted; page by page.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = TimelinePage.class)))
    @APIResponse(responseCode = "304", description = "The caller has it already")
    @APIResponse(responseCode = "400", description = "The cursor or the limit can't be")
    public Uni<Response> timeline(
            @RestPath UUID id,
            @Parameter(description = "next of the page before; left out: from now backwards")
                    @QueryParam("before")
                    @Nullable
                    String before,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit,
            @Context Request request) {
        Caller caller = callers.of(identity);
        Optional<Place> place = Answers.place(before);
        return inTime(transaction.in(
                        caller.tenant(),
                        session -> customers
                                .find(session, caller.tenant(), id)
                                .invoke(Answers::found)
                                .chain(() -> page(session, caller.tenant(), id, place, limit))))
                .map(page -> fresh.orKnown(page, request));
    }

    private Uni<TimelinePage> page(Mutiny.Session session, String tenant, UUID id, Optional<Place> place, int limit) {
        return contacts.ofCustomer(session, tenant, id, RECENT_CONTACTS)
                .map(recent -> Journeys.of(recent, config.journeyWindow()))
                .flatMap(journeys -> timeline.before(session, tenant, id, place, limit)
                        .map(happened -> TimelinePage.of(journeys, happened, limit)));
    }
}
