package io.switchboard.routing.setup;

import static io.switchboard.routing.setup.SetupAnswers.inTime;

import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import io.switchboard.contracts.routing.RoutingSetup;
import io.switchboard.kit.rest.Precondition;
import io.switchboard.kit.tenancy.Caller;
import io.switchboard.kit.tenancy.Callers;
import io.switchboard.routing.setup.KeepSetup.Author;
import io.switchboard.routing.setup.SetupDocument.Owner;
import io.switchboard.routing.setup.SetupDocument.Sound;
import io.switchboard.routing.setup.SetupVersion.Origin;
import io.switchboard.routing.tenancy.TenantTransaction;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The setup of the caller's centre: what is in force, and putting another in force. */
@Path("/api/v1/setup")
@Tag(name = "Setup")
@RolesAllowed({"supervisor", "integration"})
@APIResponse(responseCode = "503", description = "The database does not answer; try again")
public class SetupApi {
    static final String YAML = "application/yaml";
    private static final String OTHER_YAML = "text/yaml";
    private static final int LONGEST_COMMENT = 500;

    private final SecurityIdentity identity;
    private final Callers callers;
    private final TenantTransaction transaction;
    private final SetupVersions versions;
    private final KeepSetup keep;

    SetupApi(
            SecurityIdentity identity,
            Callers callers,
            TenantTransaction transaction,
            SetupVersions versions,
            KeepSetup keep) {
        this.identity = identity;
        this.callers = callers;
        this.transaction = transaction;
        this.versions = versions;
        this.keep = keep;
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, YAML})
    @Operation(
            operationId = "setup",
            summary = "The setup in force, as it can be changed and sent back",
            description = "Its ETag is the number of the version. As YAML it can be kept as a setup file.")
    @APIResponse(
            responseCode = "200",
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = RoutingSetup.class)),
                @Content(
                        mediaType = YAML,
                        schema = @Schema(type = org.eclipse.microprofile.openapi.annotations.enums.SchemaType.STRING))
            })
    @APIResponse(responseCode = "304", description = "The caller has it already")
    @APIResponse(responseCode = "404", description = "The centre has no setup yet")
    public Uni<Response> inForce(@Context Request request, @Context HttpHeaders headers) {
        Owner owner = owner(callers.of(identity));
        return inTime(transaction.in(owner.tenant(), session -> versions.inForce(session, owner)))
                .map(SetupAnswers::found)
                .map(version -> SetupAnswers.document(version, request, headers));
    }

    @PUT
    @Consumes({MediaType.APPLICATION_JSON, YAML, OTHER_YAML})
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "changeSetup",
            summary = "Put a whole setup in force",
            description =
                    "If-Match names the version it was made from; If-None-Match: * is for a centre's first. It is in"
                            + " force at once, and for the work that waits about a second later.")
    @RequestBody(
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = RoutingSetup.class)),
                @Content(
                        mediaType = YAML,
                        schema = @Schema(type = org.eclipse.microprofile.openapi.annotations.enums.SchemaType.STRING))
            })
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = SetupViews.Changed.class)))
    @APIResponse(responseCode = "412", description = "Another version is in force by now; its number is in the ETag")
    @APIResponse(responseCode = "422", description = "It can't be used: every problem is named")
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    public Uni<Response> change(
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) MediaType type,
            @QueryParam("comment") @Size(max = LONGEST_COMMENT) @Nullable String comment,
            String body) {
        Caller caller = callers.of(identity);
        int expected = Precondition.expected(ifMatch, ifNoneMatch);
        SetupDocument document = read(type, body, owner(caller));
        Sound sound = SetupAnswers.sound(document);
        var author = new Author(caller.name(), Instant.now(), Origin.REST, comment);
        return inTime(keep.change(owner(caller), sound.content(), author, expected))
                .map(outcome -> SetupAnswers.changed(outcome, document));
    }

    @POST
    @Path("validate")
    @Consumes({MediaType.APPLICATION_JSON, YAML, OTHER_YAML})
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(operationId = "validateSetup", summary = "Judge a setup and change nothing")
    public SetupViews.Judgement validate(@HeaderParam(HttpHeaders.CONTENT_TYPE) MediaType type, String body) {
        SetupDocument document = read(type, body, owner(callers.of(identity)));
        return new SetupViews.Judgement(document.sound() != null, document.problems(), document.warnings());
    }

    private static SetupDocument read(MediaType type, String body, Owner owner) {
        return MediaType.APPLICATION_JSON_TYPE.isCompatible(type)
                ? SetupDocument.ofJson(body, owner)
                : SetupDocument.ofYaml(body, owner);
    }

    static Owner owner(Caller caller) {
        return new Owner(caller.tenant(), caller.centre());
    }
}
