package io.switchboard.sentiment.api;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.switchboard.contracts.message.Understanding;
import io.switchboard.contracts.message.Visibility;
import io.switchboard.sentiment.understanding.Understand;
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
    private final Understand understand;

    UnderstandResource(Understand understand) {
        this.understand = understand;
    }

    @POST
    @Operation(summary = "Say what a text means and how much it matters", operationId = "understand")
    public Understanding understand(@Valid @NotNull Text text) {
        return understand.of(text.text(), text.visibility());
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
