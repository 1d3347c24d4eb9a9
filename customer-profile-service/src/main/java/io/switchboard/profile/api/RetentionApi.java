package io.switchboard.profile.api;

import static io.switchboard.profile.api.Answers.inTime;

import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import io.switchboard.kit.tenancy.Caller;
import io.switchboard.kit.tenancy.Callers;
import io.switchboard.profile.rights.Retention;
import io.switchboard.profile.rights.RetentionStore;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** How long text is kept. */
@Path("/api/v1/retention")
@Tag(name = "Rights")
@RolesAllowed("supervisor")
@APIResponse(responseCode = "503", description = "The database does not answer; try again")
public class RetentionApi {
    private static final String CHANNEL = "[a-z][a-z0-9-]{0,30}";

    private final SecurityIdentity identity;
    private final Callers callers;
    private final RetentionStore retention;

    RetentionApi(SecurityIdentity identity, Callers callers, RetentionStore retention) {
        this.identity = identity;
        this.callers = callers;
        this.retention = retention;
    }

    /** How long text of a channel is kept. */
    public record NewRetention(@Min(1) @Max(36_500) int days) {}

    @GET
    @Operation(summary = "How long the text of messages is kept, by channel")
    public Uni<List<Retention>> retention() {
        return inTime(retention.all(callers.of(identity).tenant()));
    }

    @PUT
    @Path("{channel}")
    @Operation(
            summary = "Keep the text of a channel's messages for so many days",
            description = "What is older loses subject, text and files within the hour, for good. Figures stay.")
    public Uni<Void> keep(@RestPath @Pattern(regexp = CHANNEL) String channel, @NotNull @Valid NewRetention wish) {
        Caller caller = callers.of(identity);
        return inTime(retention.set(caller.tenant(), channel, wish.days(), caller.name()));
    }

    @DELETE
    @Path("{channel}")
    @Operation(summary = "Keep the text of a channel's messages for ever")
    public Uni<Void> keepForEver(@RestPath @Pattern(regexp = CHANNEL) String channel) {
        return inTime(retention.end(callers.of(identity).tenant(), channel));
    }
}
