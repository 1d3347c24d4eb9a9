package io.switchboard.profile.api;

import static io.switchboard.profile.api.Answers.found;
import static io.switchboard.profile.api.Answers.inTime;

import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import io.switchboard.kit.tenancy.Caller;
import io.switchboard.kit.tenancy.Callers;
import io.switchboard.profile.ledger.LedgerStore;
import io.switchboard.profile.tenancy.TenantTransaction;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

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
    @Path("messages/{id}")
    @Operation(summary = "What became of a message")
    @APIResponse(responseCode = "404", description = "The caller's tenant has no such message")
    public Uni<LedgerLine> message(@RestPath UUID id) {
        Caller caller = callers.of(identity);
        return inTime(transaction.in(caller.tenant(), session -> ledger.find(session, caller.tenant(), id)))
                .map(entry -> LedgerLine.of(found(entry)));
    }
}
