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
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Judges texts without keeping them: one, or many at once. */
@Path("/api/v1/understand")
@Tag(name = "Understanding")
@RolesAllowed({"agent", "supervisor", "integration"})
public class UnderstandResource {
    /** The longest text that is taken; judges read its beginning. */
    static final int LONGEST = 100_000;

    private final Judge judge;
    private final JudgeMany many;
    private final Callers callers;
    private final SecurityIdentity identity;

    UnderstandResource(Judge judge, JudgeMany many, Callers callers, SecurityIdentity identity) {
        this.judge = judge;
        this.many = many;
        this.callers = callers;
        this.identity = identity;
    }

    @POST
    @Operation(
            operationId = "understand",
            summary = "Say what a text means and how much it matters",
            description = Examples.UNDERSTAND)
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = Text.class),
                            examples = @ExampleObject(name = "a lost parcel", value = Examples.TEXT)))
    @APIResponse(
            responseCode = "200",
            description = "What it means",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = Understanding.class),
                            examples = @ExampleObject(name = "a lost parcel", value = Examples.UNDERSTANDING)))
    @APIResponse(responseCode = "400", description = "The problem names what is wrong")
    @APIResponse(responseCode = "413", description = "The body is larger than is read")
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
            @Schema(description = "Up to 100,000 characters, of which the first 10,000 are read")
            @NotNull
            @Size(max = LONGEST)
            String text,

            @Schema(description = "Only PUBLIC texts can be judged CHAFF") @NotNull
            Visibility visibility) {}

    @POST
    @Path("batch")
    @Operation(
            operationId = "understandBatch",
            summary = "Say what up to 500 texts mean",
            description = Examples.UNDERSTAND_BATCH)
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = Batch.class),
                            examples = @ExampleObject(name = "two texts", value = Examples.BATCH)))
    @APIResponse(
            responseCode = "200",
            description = "What they mean, in the order of the texts",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = Batch.Understood.class),
                            examples = @ExampleObject(name = "two texts", value = Examples.BATCH_UNDERSTOOD)))
    @APIResponse(responseCode = "400", description = "The problem names every text that is wrong; none was judged")
    @APIResponse(responseCode = "413", description = "The texts are too much together; none was judged")
    public Uni<Batch.Understood> understandBatch(@Valid @NotNull Batch batch) {
        batch.refuseTooMuch();
        return many.of(callers.of(identity).tenant(), batch);
    }
}
