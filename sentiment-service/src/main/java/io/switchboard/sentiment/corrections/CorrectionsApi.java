package io.switchboard.sentiment.corrections;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.security.identity.SecurityIdentity;
import io.switchboard.contracts.message.Relevance;
import io.switchboard.contracts.message.Understanding;
import io.switchboard.contracts.message.UnderstandingCorrected;
import io.switchboard.contracts.message.Visibility;
import io.switchboard.kit.tenancy.Caller;
import io.switchboard.kit.tenancy.Callers;
import io.switchboard.sentiment.judging.Judge;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Validator;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** What people of the caller's tenant say is right. */
@Path("/api/v1/corrections")
@Tag(name = "Corrections")
@APIResponse(responseCode = "503", description = "The database does not answer; try again")
public class CorrectionsApi {
    private static final int LARGEST_BATCH = 500;
    private static final int LARGEST_PAGE = 200;
    private static final int UNPROCESSABLE = 422;

    private final Corrections corrections;
    private final Judge judge;
    private final Callers callers;
    private final SecurityIdentity identity;
    private final ObjectMapper mapper;
    private final Validator validator;

    CorrectionsApi(
            Corrections corrections,
            Judge judge,
            Callers callers,
            SecurityIdentity identity,
            ObjectMapper mapper,
            Validator validator) {
        this.corrections = corrections;
        this.judge = judge;
        this.callers = callers;
        this.identity = identity;
        this.mapper = mapper;
        this.validator = validator;
    }

    /**
     * What somebody says is right.
     *
     * @param messageId of the message that was judged, if it was one; who corrects it again replaces what they said
     * @param conversationId of the message
     * @param channel where the text came from
     * @param text what was judged
     * @param was what it was judged to be; left out, it is judged now
     * @param model which judge said so
     * @param is what it is
     * @param topic what it is about, if that was wrong, too
     */
    @Schema(name = "Correction")
    record Correction(
            @Nullable UUID messageId,
            @Nullable UUID conversationId,
            @Nullable String channel,
            @NotNull Visibility visibility,
            @NotNull String text,
            @Nullable Relevance was,
            @Nullable String model,
            @NotNull Relevance is,
            @Nullable String topic) {}

    /** The ids of what is kept, in the order it was given. */
    @Schema(name = "KeptCorrections")
    record Ids(List<UUID> ids) {}

    /** Some corrections, the newest first; {@code next} is to be given as {@code before}, null after the last. */
    @Schema(name = "Corrections")
    record Page(
            List<UnderstandingCorrected> corrections,
            @Nullable Instant next) {}

    /** How many were deleted. */
    @Schema(name = "DeletedCorrections")
    record Deleted(int deleted) {}

    @POST
    @RolesAllowed({"agent", "supervisor", "integration"})
    @Operation(operationId = "correct", summary = "Say what a text really is, or up to 500 texts")
    @RequestBody(
            description = "One correction, or a list of them",
            content = @Content(schema = @Schema(implementation = Correction.class)))
    @APIResponse(responseCode = "202", content = @Content(schema = @Schema(implementation = Ids.class)))
    @APIResponse(responseCode = "422", description = "Every problem is named; nothing was kept")
    public Response correct(String body) throws JsonProcessingException {
        Caller caller = callers.of(identity);
        List<Correction> given = read(body);
        List<UnderstandingCorrected> made =
                given.stream().map(one -> made(one, caller)).toList();
        refuseProblems(made);
        return Response.accepted(new Ids(made.stream().map(corrections::keep).toList()))
                .build();
    }

    private List<Correction> read(String body) throws JsonProcessingException {
        List<Correction> given = mapper.readerForListOf(Correction.class)
                .with(DeserializationFeature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
                .readValue(body);
        if (given == null || given.isEmpty() || given.size() > LARGEST_BATCH || given.contains(null)) {
            throw problem(Response.Status.BAD_REQUEST.getStatusCode(), "Bad Request", "Send 1 to 500 corrections.");
        }
        for (Correction one : given) {
            var violations = validator.validate(one);
            if (!violations.isEmpty()) {
                throw new ConstraintViolationException(violations);
            }
        }
        return given;
    }

    private UnderstandingCorrected made(Correction one, Caller caller) {
        Relevance was = one.was();
        String model = one.model();
        if (was == null || model == null) {
            Understanding judged = judge.of(caller.tenant(), one.text(), one.visibility())
                    .await()
                    .indefinitely();
            was = was == null ? judged.relevance() : was;
            model = model == null ? judged.model() : model;
        }
        return new UnderstandingCorrected(
                id(one, caller),
                caller.tenant(),
                caller.centre(),
                one.messageId(),
                one.conversationId(),
                one.channel(),
                one.visibility(),
                one.text(),
                was,
                model,
                one.is(),
                one.topic(),
                caller.name(),
                // As precisely as the database keeps it, so that all say the same.
                Instant.now().truncatedTo(ChronoUnit.MICROS));
    }

    private static UUID id(Correction one, Caller caller) {
        UUID message = one.messageId();
        return Corrections.idOf(caller.tenant(), caller.name(), message == null ? one.text() : message.toString());
    }

    private static void refuseProblems(List<UnderstandingCorrected> made) {
        List<String> problems = new ArrayList<>();
        for (int i = 0; i < made.size(); i++) {
            for (String problem : CorrectionProblems.of(made.get(i))) {
                problems.add("[" + i + "]." + problem);
            }
        }
        if (!problems.isEmpty()) {
            throw HttpProblem.builder()
                    .withStatus(UNPROCESSABLE)
                    .withTitle("Unprocessable Corrections")
                    .withDetail(problems.size() + " problems; nothing was kept.")
                    .with("problems", problems)
                    .build();
        }
    }

    @GET
    @RolesAllowed({"supervisor", "integration"})
    @Operation(operationId = "corrections", summary = "What is kept, the newest first")
    public Page page(
            @QueryParam("before") @Nullable Instant before,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(LARGEST_PAGE) int limit) {
        String tenant = callers.of(identity).tenant();
        // In an hour: nothing is newer, and the clock of another replica may be ahead.
        Instant until = before == null ? Instant.now().plus(1, ChronoUnit.HOURS) : before;
        List<UnderstandingCorrected> found = corrections.page(tenant, until, limit);
        return new Page(found, found.size() < limit ? null : found.getLast().correctedAt());
    }

    @DELETE
    @Path("{correctionId}")
    @RolesAllowed({"supervisor", "integration"})
    @Operation(operationId = "deleteCorrection", summary = "Delete one for good")
    @APIResponse(responseCode = "204", description = "It is gone")
    @APIResponse(responseCode = "404", description = "The caller's tenant has no such correction")
    public void delete(@RestPath UUID correctionId) {
        if (!corrections.delete(callers.of(identity).tenant(), correctionId)) {
            throw new NotFoundException("there is no such correction");
        }
    }

    @DELETE
    @RolesAllowed({"supervisor", "integration"})
    @Operation(
            operationId = "deleteCorrectionsOfMessage",
            summary = "Delete all of a message for good, those on their way and its audit sample, too")
    public Deleted deleteOfMessage(@QueryParam("messageId") @NotNull UUID messageId) {
        return new Deleted(corrections.deleteOfMessage(callers.of(identity).tenant(), messageId));
    }

    private static HttpProblem problem(int status, String title, String detail) {
        return HttpProblem.builder()
                .withStatus(status)
                .withTitle(title)
                .withDetail(detail)
                .build();
    }
}
