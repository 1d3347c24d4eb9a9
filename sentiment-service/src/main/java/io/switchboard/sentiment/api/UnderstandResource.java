package io.switchboard.sentiment.api;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import io.switchboard.contracts.message.Understanding;
import io.switchboard.contracts.message.Visibility;
import io.switchboard.kit.tenancy.Callers;
import io.switchboard.sentiment.judging.Judge;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Judges a text without keeping it. */
@Path("/api/v1/understand")
@RolesAllowed({"agent", "supervisor", "integration"})
public class UnderstandResource {
    private final Judge judge;
    private final Callers callers;
    private final SecurityIdentity identity;

    UnderstandResource(Judge judge, Callers callers, SecurityIdentity identity) {
        this.judge = judge;
        this.callers = callers;
        this.identity = identity;
    }

    @POST
    @Operation(summary = "Say what a text means and how much it matters", operationId = "understand")
    public Uni<Understanding> understand(@Valid @NotNull Text text) {
        return judge.of(callers.of(identity).tenant(), text.text(), text.visibility());
    }

    /**
     * A text to judge.
     *
     * @param text up to 100,000 characters, of which the first 10,000 are read
     * @param visibility only public texts can be judged chaff
     */
    @JsonIgnoreProperties(ignoreUnknown = false)
    public record Text(
            @NotNull @Size(max = 100_000) String text,
            @NotNull Visibility visibility) {}
}
