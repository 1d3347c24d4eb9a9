package io.switchboard.profile.api;

import static io.switchboard.profile.api.Answers.found;
import static io.switchboard.profile.api.Answers.inTime;

import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import io.switchboard.kit.tenancy.Caller;
import io.switchboard.kit.tenancy.Callers;
import io.switchboard.profile.ledger.LedgerStore;
import io.switchboard.profile.paging.Place;
import io.switchboard.profile.tenancy.TenantTransaction;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** The proof that nothing is ignored. */
@Path("/api/v1/ledger")
@Tag(name = "Ledger")
@RolesAllowed({"supervisor", "integration"})
@APIResponse(responseCode = "503", description = "The database does not answer; try again")
public class LedgerApi {
    private final SecurityIdentity identity;
    private final Callers callers;
    private final TenantTransaction transaction;
    private final LedgerStore ledger;

    LedgerApi(SecurityIdentity identity, Callers callers, TenantTransaction transaction, LedgerStore ledger) {
        this.identity = identity;
        this.callers = callers;
        this.transaction = transaction;
        this.ledger = ledger;
    }

    @GET
    @Operation(summary = "How many messages of the caller's centre are in each state")
    public Uni<LedgerSummary> summary() {
        Caller caller = callers.of(identity);
        return inTime(transaction.in(
                        caller.tenant(),
                        session -> ledger.count(session, caller.tenant(), caller.centre(), Instant.now())))
                .map(counts -> LedgerSummary.of(caller.tenant(), caller.centre(), counts));
    }

    @GET
    @Path("overdue")
    @Operation(
            summary = "Messages of the caller's centre that wait past their deadline",
            description = "The longest overdue first; also what a provider delivered and what never came in")
    @APIResponse(responseCode = "400", description = "The cursor or the limit can't be")
    public Uni<OverduePage> overdue(
            @Parameter(description = "next of the page before; left out: the first page") @QueryParam("after") @Nullable
                    String after,
            @QueryParam("limit") @DefaultValue("100") @Min(1) @Max(500) int limit) {
        Caller caller = callers.of(identity);
        Optional<Place> place = Answers.place(after);
        return inTime(transaction.in(
                        caller.tenant(),
                        session -> ledger.overdue(session, caller.tenant(), caller.centre(), place, limit)))
                .map(found -> OverduePage.of(found, limit));
    }

    @GET
    @Path("report")
    @Operation(
            summary = "What became of a day's messages",
            description = "By channel, as far as it is known now; the day is one of the place named")
    @APIResponse(responseCode = "400", description = "The day is in the future, or there is no such zone")
    public Uni<DayReport> report(
            @Parameter(description = "such as 2026-03-01; left out: today") @QueryParam("day") @Nullable LocalDate day,
            @Parameter(description = "such as Europe/Berlin") @QueryParam("zone") @DefaultValue("UTC") String zone) {
        Caller caller = callers.of(identity);
        DayReport.Day of = DayReport.Day.of(day, zone, Instant.now());
        return inTime(transaction.in(
                        caller.tenant(),
                        session -> ledger.between(session, caller.tenant(), caller.centre(), of.from(), of.to())))
                .map(counts -> DayReport.of(of, counts));
    }

    @GET
    @Path("messages/{id}")
    @Operation(summary = "What became of a message")
    @APIResponse(responseCode = "404", description = "The caller's tenant has no such message")
    public Uni<LedgerLine> message(@RestPath UUID id) {
        Caller caller = callers.of(identity);
        return inTime(transaction.in(caller.tenant(), session -> ledger.find(session, caller.tenant(), id)))
                .map(entry -> LedgerLine.of(found(entry)));
    }
}
