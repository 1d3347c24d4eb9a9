package io.switchboard.profile.api;

import static io.switchboard.profile.api.Answers.found;
import static io.switchboard.profile.api.Answers.inTime;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import io.switchboard.kit.event.EventJson;
import io.switchboard.kit.tenancy.Caller;
import io.switchboard.kit.tenancy.Callers;
import io.switchboard.profile.rights.EraseCustomer;
import io.switchboard.profile.rights.Erased;
import io.switchboard.profile.rights.Erasure;
import io.switchboard.profile.rights.ExportCustomer;
import io.switchboard.profile.rights.ReadableExport;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** What people may ask of who keeps their data. */
@Path("/api/v1/customers/{id}")
@Tag(name = "Rights")
@RolesAllowed("supervisor")
@APIResponse(responseCode = "503", description = "The database does not answer; try again")
public class RightsApi {
    private final SecurityIdentity identity;
    private final Callers callers;
    private final ExportCustomer exportCustomer;
    private final EraseCustomer eraseCustomer;

    RightsApi(SecurityIdentity identity, Callers callers, ExportCustomer exportCustomer, EraseCustomer eraseCustomer) {
        this.identity = identity;
        this.callers = callers;
        this.exportCustomer = exportCustomer;
        this.eraseCustomer = eraseCustomer;
    }

    @GET
    @Path("export")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "All that is known of a customer",
            description = "As plain text for Accept: text/plain. Who looked, and when, becomes part of it.")
    @APIResponse(responseCode = "404", description = "The caller's tenant has no such customer")
    public Uni<JsonNode> export(@RestPath UUID id) {
        Caller caller = callers.of(identity);
        return inTime(exportCustomer.export(caller.tenant(), id, caller.name()))
                .map(json -> EventJson.read(found(json).getBytes(UTF_8), JsonNode.class));
    }

    @GET
    @Path("export")
    @Produces(MediaType.TEXT_PLAIN)
    @Operation(hidden = true)
    public Uni<String> readable(@RestPath UUID id) {
        return export(id).map(ReadableExport::of);
    }

    @POST
    @Path("erasure")
    @Operation(
            summary = "Forget a customer",
            description =
                    "All who are one with them: their names, addresses, texts, notes and records. Figures stay as they"
                            + " are. Tells customers.erased. It can't be taken back.")
    @APIResponse(responseCode = "404", description = "The caller's tenant has no such customer")
    @APIResponse(responseCode = "409", description = "Messages of theirs wait or are held: complete them first")
    public Uni<Erasure> erase(@RestPath UUID id) {
        Caller caller = callers.of(identity);
        return inTime(eraseCustomer.erase(caller.tenant(), caller.centre(), id, caller.name()))
                .map(RightsApi::done);
    }

    private static Erasure done(Erased outcome) {
        return switch (outcome) {
            case Erased.Done(Erasure erasure) -> erasure;
            case Erased.Unknown(UUID customer) -> throw new NotFoundException("there is no customer " + customer);
            case Erased.BeingServed(long messages) ->
                throw HttpProblem.builder()
                        .withStatus(Response.Status.CONFLICT)
                        .withTitle("Conflict")
                        .withDetail(messages + " of their messages wait or are held; complete them first.")
                        .build();
        };
    }
}
