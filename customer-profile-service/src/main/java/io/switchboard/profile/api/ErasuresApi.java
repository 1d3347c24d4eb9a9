package io.switchboard.profile.api;

import static io.switchboard.profile.api.Answers.inTime;

import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import io.switchboard.kit.tenancy.Caller;
import io.switchboard.kit.tenancy.Callers;
import io.switchboard.profile.rights.Erasure;
import io.switchboard.profile.rights.Erasures;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What was forgotten. */
@Path("/api/v1/erasures")
@Tag(name = "Rights")
@RolesAllowed("supervisor")
@APIResponse(responseCode = "503", description = "The database does not answer; try again")
public class ErasuresApi {
    private final SecurityIdentity identity;
    private final Callers callers;
    private final Erasures erasures;

    ErasuresApi(SecurityIdentity identity, Callers callers, Erasures erasures) {
        this.identity = identity;
        this.callers = callers;
        this.erasures = erasures;
    }

    @GET
    @Operation(summary = "What was forgotten, when and by whom", description = "The newest first; nothing says of whom")
    public Uni<List<Erasure>> erasures(
            @QueryParam("before") @Nullable Instant before,
            @QueryParam("limit") @DefaultValue("100") @Min(1) @Max(500) int limit) {
        Caller caller = callers.of(identity);
        Instant end = Objects.requireNonNullElseGet(before, () -> Instant.now().plusSeconds(60));
        return inTime(erasures.before(caller.tenant(), end, limit));
    }
}
