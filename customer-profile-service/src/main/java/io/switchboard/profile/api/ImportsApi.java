package io.switchboard.profile.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import io.switchboard.kit.tenancy.Caller;
import io.switchboard.kit.tenancy.Callers;
import io.switchboard.profile.sources.Source;
import io.switchboard.profile.sources.Sources;
import io.switchboard.profile.sources.imports.Format;
import io.switchboard.profile.sources.imports.Import;
import io.switchboard.profile.sources.imports.ImportFiles.TooLargeException;
import io.switchboard.profile.sources.imports.ImportStore;
import io.switchboard.profile.sources.imports.Imports;
import io.switchboard.profile.tenancy.TenantTransaction;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** Whole files of records, read in the background. */
@Path("/api/v1/imports")
@Tag(name = "Other systems")
@RolesAllowed("integration")
@APIResponse(responseCode = "404", description = "The caller's tenant has no such source or import")
@APIResponse(responseCode = "503", description = "The database does not answer; try again")
public class ImportsApi {
    private static final int TOO_LARGE = 413;
    private static final int NO_ROOM = 507;

    private final SecurityIdentity identity;
    private final Callers callers;
    private final TenantTransaction transaction;
    private final Sources sources;
    private final Imports imports;
    private final ImportStore store;

    ImportsApi(
            SecurityIdentity identity,
            Callers callers,
            TenantTransaction transaction,
            Sources sources,
            Imports imports,
            ImportStore store) {
        this.identity = identity;
        this.callers = callers;
        this.transaction = transaction;
        this.sources = sources;
        this.imports = imports;
        this.store = store;
    }

    @POST
    @Blocking
    @Consumes(MediaType.WILDCARD)
    @Operation(
            summary = "Import a file of records",
            description =
                    "The body, also packed with gzip, or with file=… a file of the tenant's import folder. Answered when"
                            + " the body is here whole; rows are read afterwards")
    @APIResponse(responseCode = "202", description = "It will be read; Location says where to ask how far it is")
    @APIResponse(responseCode = "400", description = "No such format, nothing was sent, or the time is none")
    @APIResponse(responseCode = "413", description = "More was sent than is taken")
    @APIResponse(responseCode = "507", description = "There is no room for the file")
    public Response start(
            @QueryParam("source") @DefaultValue("") String source,
            @Parameter(description = "csv or ndjson") @QueryParam("format") @DefaultValue("") String format,
            @QueryParam("file") @Nullable String file,
            @Parameter(
                            description =
                                    "When the rows were so, ISO 8601, where they do not say it themselves; else it is now")
                    @QueryParam("at")
                    @Nullable
                    String at,
            InputStream body)
            throws IOException {
        Caller caller = callers.of(identity);
        Source known = sources.find(caller.tenant(), source)
                .orElseThrow(() -> new NotFoundException("there is no such source"));
        Format rows = Format.of(format).orElseThrow(() -> problem(400, "format is neither csv nor ndjson"));
        Instant asOf = AsOf.time(at);
        Import made = file == null
                ? sent(known, rows, caller.name(), asOf, body)
                : await(Answers.inTime(imports.ask(known, rows, file, caller.name(), asOf)))
                        .orElseThrow(() -> problem(400, "there is no such file in the import folder"));
        return Response.accepted(ImportProgress.of(made))
                .location(URI.create("/api/v1/imports/" + made.importId()))
                .build();
    }

    private Import sent(Source source, Format format, String askedBy, Instant asOf, InputStream body) {
        Imports.Sent sent = receive(body);
        if (sent.size() == 0) {
            throw problem(400, "nothing was sent");
        }
        return await(Answers.inTime(imports.ask(source, format, sent, askedBy, asOf)));
    }

    private Imports.Sent receive(InputStream body) {
        try {
            return imports.receive(body);
        } catch (TooLargeException e) {
            throw problem(TOO_LARGE, "the file is larger than is taken; send it packed or in parts");
        } catch (IOException e) {
            throw problem(NO_ROOM, "the file could not be kept: it broke off, or there is no room");
        }
    }

    @GET
    @RolesAllowed({"integration", "supervisor"})
    @Operation(summary = "The newest hundred imports", description = "The newest first")
    public Uni<List<ImportProgress>> newest() {
        Caller caller = callers.of(identity);
        return Answers.inTime(transaction.in(caller.tenant(), session -> store.newest(session, caller.tenant())))
                .map(found -> found.stream().map(ImportProgress::of).toList());
    }

    @GET
    @Path("{id}")
    @RolesAllowed({"integration", "supervisor"})
    @Operation(summary = "How far an import is")
    public Uni<ImportProgress> progress(@RestPath UUID id) {
        return find(callers.of(identity).tenant(), id);
    }

    @GET
    @Path("{id}/bad")
    @Blocking
    @Produces("application/x-ndjson")
    @Operation(
            summary = "The rows that could not be taken",
            description =
                    "Each a line of JSON: line, reason, and the record or, where it could not be read as one, the raw"
                            + " text. Mend the record (make one of raw), and send the lines as an import in ndjson")
    public StreamingOutput bad(@RestPath UUID id) {
        String tenant = callers.of(identity).tenant();
        await(find(tenant, id));
        return out -> writeBad(tenant, id, out);
    }

    private void writeBad(String tenant, UUID id, OutputStream out) throws IOException {
        long after = -1;
        while (true) {
            long line = after;
            List<String> rows = await(transaction.in(tenant, session -> store.badRows(session, tenant, id, line)));
            if (rows.isEmpty()) {
                return;
            }
            for (String row : rows) {
                BadLine bad = BadLine.read(row);
                after = bad.line();
                out.write((bad.json() + "\n").getBytes(UTF_8));
            }
        }
    }

    @POST
    @Path("{id}/resume")
    @Operation(summary = "Let an import that failed go on", description = "Exactly where it stopped")
    @APIResponse(responseCode = "409", description = "It did not fail")
    public Uni<ImportProgress> resume(@RestPath UUID id) {
        String tenant = callers.of(identity).tenant();
        return find(tenant, id)
                .chain(() -> Answers.inTime(imports.resume(tenant, id)))
                .invoke(done -> otherwise(done, "the import did not fail"))
                .chain(() -> find(tenant, id));
    }

    @DELETE
    @Path("{id}")
    @Operation(summary = "Stop an import for good", description = "What was taken stays taken")
    @APIResponse(responseCode = "409", description = "It is done or stopped already")
    public Uni<ImportProgress> cancel(@RestPath UUID id) {
        String tenant = callers.of(identity).tenant();
        return find(tenant, id)
                .chain(() -> Answers.inTime(imports.cancel(tenant, id)))
                .invoke(done -> otherwise(done, "the import is done or stopped already"))
                .chain(() -> find(tenant, id));
    }

    private Uni<ImportProgress> find(String tenant, UUID id) {
        return Answers.inTime(transaction.in(tenant, session -> store.find(session, tenant, id)))
                .map(found -> ImportProgress.of(Answers.found(found)));
    }

    private static void otherwise(boolean done, String detail) {
        if (!done) {
            throw problem(Response.Status.CONFLICT.getStatusCode(), detail);
        }
    }

    private static HttpProblem problem(int status, String detail) {
        return HttpProblem.builder()
                .withStatus(status)
                .withTitle(
                        Response.Status.fromStatusCode(status) == null
                                ? "Insufficient Storage"
                                : Response.Status.fromStatusCode(status).getReasonPhrase())
                .withDetail(detail)
                .build();
    }

    /** This door waits, since it reads a stream; the database is asked on its own threads. */
    private static <T> T await(Uni<T> work) {
        try {
            return VertxContextSupport.subscribeAndAwait(() -> work);
        } catch (RuntimeException | Error failure) {
            throw failure;
        } catch (Throwable failure) {
            throw new IllegalStateException(failure);
        }
    }
}
