package io.switchboard.profile.api;

import static io.switchboard.profile.api.Answers.inTime;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import io.switchboard.kit.tenancy.Callers;
import io.switchboard.profile.sources.BadRecordException;
import io.switchboard.profile.sources.IncomingRecord;
import io.switchboard.profile.sources.RecordReader;
import io.switchboard.profile.sources.Source;
import io.switchboard.profile.sources.Sources;
import io.switchboard.profile.sources.TakeRecords;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** Records of other systems, brought one by one or some at a time. */
@Path("/api/v1/sources")
@Tag(name = "Other systems")
@RolesAllowed("integration")
@APIResponse(responseCode = "404", description = "The caller's tenant has no such source")
@APIResponse(responseCode = "503", description = "The database does not answer; try again")
public class SourcesApi {
    private static final int MOST = 500;

    private final SecurityIdentity identity;
    private final Callers callers;
    private final Sources sources;
    private final TakeRecords takeRecords;

    SourcesApi(SecurityIdentity identity, Callers callers, Sources sources, TakeRecords takeRecords) {
        this.identity = identity;
        this.callers = callers;
        this.sources = sources;
        this.takeRecords = takeRecords;
    }

    @GET
    @RolesAllowed({"integration", "supervisor"})
    @Operation(summary = "The sources of the caller's tenant", description = "The weightiest first")
    public List<KnownSource> all() {
        return sources.of(callers.of(identity).tenant()).stream()
                .map(KnownSource::of)
                .toList();
    }

    @PUT
    @Path("{source}/records/{id}")
    @Operation(
            summary = "Bring a record",
            description = "As the source has it; its file says what becomes of it. Again is harmless, and what is older"
                    + " than the record that is known changes nothing")
    @APIResponse(responseCode = "400", description = "The record can't be taken; the answer names the field")
    public Uni<TakenRecord> put(
            @RestPath String source,
            @RestPath String id,
            @Parameter(
                            description =
                                    "When it was so, ISO 8601, where the record does not say it itself; else it is now")
                    @QueryParam("at")
                    @Nullable
                    String at,
            @NotNull JsonNode record) {
        Source known = source(source);
        Instant written = AsOf.time(at);
        return take(known, understood(() -> RecordReader.read(known, id, record, written)));
    }

    @DELETE
    @Path("{source}/records/{id}")
    @Operation(summary = "The source has a record no more", description = "What others say holds from then on")
    @APIResponse(responseCode = "400", description = "The time is none")
    public Uni<TakenRecord> delete(
            @RestPath String source, @RestPath String id, @QueryParam("at") @Nullable String at) {
        Source known = source(source);
        Instant written = AsOf.time(at);
        return take(known, understood(() -> RecordReader.gone(id, written)));
    }

    @POST
    @Path("{source}/records")
    @Operation(
            summary = "Bring up to 500 records",
            description =
                    "Each says its own id. Those that can be taken are, in one transaction; of the others the answer"
                            + " says why not. In the order given")
    @APIResponse(responseCode = "400", description = "Not a list of one to 500 records")
    public Uni<List<TakenRecord>> post(
            @RestPath String source,
            @QueryParam("at") @Nullable String at,
            @NotNull @Size(min = 1, max = MOST) List<JsonNode> records) {
        Source known = source(source);
        Instant written = AsOf.time(at);
        var batch = ReadBatch.of(known, records, written);
        return inTime(takeRecords.take(known, batch.good())).map(outcomes -> batch.answers(known, outcomes));
    }

    private Uni<TakenRecord> take(Source source, IncomingRecord record) {
        return inTime(takeRecords.take(source, List.of(record)))
                .map(outcomes -> TakenRecord.of(source, record, outcomes.getFirst()));
    }

    private Source source(String name) {
        return sources.find(callers.of(identity).tenant(), name)
                .orElseThrow(() -> new NotFoundException("there is no such source"));
    }

    private static IncomingRecord understood(Supplier<IncomingRecord> reading) {
        try {
            return reading.get();
        } catch (BadRecordException bad) {
            throw AsOf.badRequest(bad.reason());
        }
    }
}
