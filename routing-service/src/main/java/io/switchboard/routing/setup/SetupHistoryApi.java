package io.switchboard.routing.setup;

import static io.switchboard.routing.setup.SetupAnswers.inTime;

import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import io.switchboard.kit.rest.Precondition;
import io.switchboard.kit.tenancy.Caller;
import io.switchboard.kit.tenancy.Callers;
import io.switchboard.routing.setup.KeepSetup.Author;
import io.switchboard.routing.setup.SetupDocument.Owner;
import io.switchboard.routing.setup.SetupVersion.Origin;
import io.switchboard.routing.tenancy.TenantTransaction;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** Every setup the caller's centre ever had, and the way back to one of them. */
@Path("/api/v1/setup/versions")
@Tag(name = "Setup")
@RolesAllowed({"supervisor", "integration"})
@APIResponse(responseCode = "503", description = "The database does not answer; try again")
public class SetupHistoryApi {
    private static final int LARGEST_PAGE = 200;
    private static final int LONGEST_COMMENT = 500;

    private final SecurityIdentity identity;
    private final Callers callers;
    private final TenantTransaction transaction;
    private final SetupVersions versions;
    private final KeepSetup keep;

    SetupHistoryApi(
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
    @Operation(
            operationId = "setupVersions",
            summary = "Who changed the setup and when, the newest first",
            description = "The first is in force. For the next page give the answer's next as before.")
    public Uni<SetupViews.Page> page(
            @QueryParam("before") @DefaultValue("" + Integer.MAX_VALUE) @Min(1) int before,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(LARGEST_PAGE) int limit) {
        Owner owner = SetupApi.owner(callers.of(identity));
        return inTime(transaction.in(owner.tenant(), session -> versions.page(session, owner, before, limit)))
                .map(found -> SetupViews.Page.of(found, limit));
    }

    @GET
    @Path("{number}")
    @Operation(operationId = "setupVersion", summary = "One version, whole")
    @APIResponse(responseCode = "404", description = "The caller's centre has no such version")
    public Uni<SetupViews.Whole> version(@RestPath int number) {
        return one(SetupApi.owner(callers.of(identity)), number).map(SetupViews.Whole::of);
    }

    @POST
    @Path("{number}/activate")
    @Operation(
            operationId = "activateSetupVersion",
            summary = "Put what an earlier version said in force again",
            description =
                    "As a new version: history only grows. With If-Match, only if that version is in force until now.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = SetupViews.Changed.class)))
    @APIResponse(responseCode = "404", description = "The caller's centre has no such version")
    @APIResponse(responseCode = "412", description = "Another version is in force by now; its number is in the ETag")
    @APIResponse(responseCode = "422", description = "By today's rules it can't be used: every problem is named")
    public Uni<Response> activate(
            @RestPath int number,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @QueryParam("comment") @Size(max = LONGEST_COMMENT) @Nullable String comment) {
        Caller caller = callers.of(identity);
        Owner owner = SetupApi.owner(caller);
        @Nullable Integer expected = ifMatch == null ? null : (Integer) Precondition.expected(ifMatch, null);
        String why = comment == null ? "as version " + number : comment;
        return one(owner, number).flatMap(version -> {
            SetupDocument document = SetupDocument.of(version.content(), owner);
            var sound = SetupAnswers.sound(document);
            var author = new Author(caller.name(), Instant.now(), Origin.ROLLBACK, why);
            return inTime(keep.change(owner, sound.content(), author, expected))
                    .map(outcome -> SetupAnswers.changed(outcome, document));
        });
    }

    private Uni<SetupVersion> one(Owner owner, int number) {
        return inTime(transaction.in(owner.tenant(), session -> versions.find(session, owner, number)))
                .map(SetupAnswers::found);
    }
}
