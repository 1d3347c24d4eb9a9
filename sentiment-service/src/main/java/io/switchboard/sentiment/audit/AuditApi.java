package io.switchboard.sentiment.audit;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.security.identity.SecurityIdentity;
import io.switchboard.contracts.message.Relevance;
import io.switchboard.kit.tenancy.Caller;
import io.switchboard.kit.tenancy.Callers;
import io.switchboard.sentiment.audit.AuditStore.Settled;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
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

/** A sample of what was dropped of the caller's tenant: looking at it, and saying what it really is. */
@Path("/api/v1/audit")
@Tag(name = "Audit")
@RolesAllowed("supervisor")
@APIResponse(responseCode = "503", description = "The database does not answer; try again")
public class AuditApi {
    private static final int LARGEST_PAGE = 200;

    private final AuditStore store;
    private final Callers callers;
    private final SecurityIdentity identity;

    AuditApi(AuditStore store, Callers callers, SecurityIdentity identity) {
        this.store = store;
        this.callers = callers;
        this.identity = identity;
    }

    /** Some samples, the oldest first. */
    @Schema(name = "AuditSamples")
    record Samples(List<Sample> samples) {}

    /**
     * What somebody says of a sample.
     *
     * @param right what it is; {@code CHAFF} if it was rightly dropped
     */
    @Schema(name = "AuditAnswer")
    record Answer(@NotNull Relevance right) {}

    @GET
    @Operation(
            operationId = "auditSamples",
            summary = "Messages that were dropped and nobody has looked at, the oldest first",
            description = "Which messages are in the sample is decided by their ids. They are kept for 90 days.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Samples.class)))
    public Samples open(@QueryParam("limit") @DefaultValue("50") @Min(1) @Max(LARGEST_PAGE) int limit) {
        return new Samples(store.open(callers.of(identity).tenant(), limit));
    }

    @POST
    @Path("{messageId}")
    @Operation(
            operationId = "settleAuditSample",
            summary = "Say what a sample is",
            description =
                    "CHAFF confirms; anything else is kept as a correction, too. Saying the same again does no harm.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Sample.class)))
    @APIResponse(responseCode = "404", description = "The caller's tenant has no such sample")
    @APIResponse(responseCode = "409", description = "Somebody said something else")
    public Sample settle(@RestPath UUID messageId, @Valid @NotNull Answer answer) {
        Caller caller = callers.of(identity);
        return switch (store.settle(caller.tenant(), messageId, answer.right(), caller.name())) {
            case Settled.Done done -> done.sample();
            case Settled.Missing _ -> throw new NotFoundException("there is no such sample");
            case Settled.Otherwise otherwise -> throw conflict(otherwise.sample());
        };
    }

    private static HttpProblem conflict(Sample sample) {
        return HttpProblem.builder()
                .withStatus(Response.Status.CONFLICT)
                .withTitle("Conflict")
                .withDetail(sample.settledBy() + " said that it is " + sample.is()
                        + "; to say otherwise, send a correction of the message.")
                .build();
    }
}
