package io.switchboard.routing.setup;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.smallrye.mutiny.Uni;
import io.switchboard.kit.event.BadLuck;
import io.switchboard.routing.setup.KeepSetup.Outcome;
import io.switchboard.routing.setup.SetupDocument.Sound;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How this door answers. */
final class SetupAnswers {
    /** A caller hears within 3 s that it must come again. */
    private static final Duration PATIENCE = Duration.ofMillis(2500);

    private static final int RETRY_AFTER_SECONDS = 2;
    private static final int UNPROCESSABLE = 422;
    private static final MediaType YAML_TYPE = MediaType.valueOf(SetupApi.YAML);
    private static final YAMLMapper YAML = YAMLMapper.builder()
            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
            .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
            .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
            .build();

    private SetupAnswers() {}

    /** Fails with 503 when the database is away, instead of hanging. */
    static <T> Uni<T> inTime(Uni<T> answer) {
        return answer.ifNoItem()
                .after(PATIENCE)
                .fail()
                .onFailure(BadLuck::is)
                .transform(away -> HttpProblem.builder()
                        .withTitle("Service Unavailable")
                        .withStatus(Response.Status.SERVICE_UNAVAILABLE)
                        .withDetail("The database does not answer; try again soon.")
                        .withHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS)
                        .build());
    }

    /** Returns what was found, else 404: what is another centre's is not there. */
    static SetupVersion found(Optional<SetupVersion> sought) {
        return sought.orElseThrow(() -> new NotFoundException("there is no such setup"));
    }

    /** Returns the setup, else 422 with everything that is wrong. */
    static Sound sound(SetupDocument document) {
        Sound sound = document.sound();
        if (sound == null) {
            throw HttpProblem.builder()
                    .withStatus(UNPROCESSABLE)
                    .withTitle("Unprocessable Setup")
                    .withDetail(document.problems().size() + " problems; nothing was changed.")
                    .with("problems", document.problems())
                    .with("warnings", document.warnings())
                    .build();
        }
        return sound;
    }

    static Response document(SetupVersion version, Request request, HttpHeaders headers) {
        EntityTag tag = tag(version.key.number());
        Response.ResponseBuilder known = request.evaluatePreconditions(tag);
        if (known != null) {
            return known.tag(tag).build();
        }
        boolean yaml = prefersYaml(headers.getAcceptableMediaTypes());
        return Response.ok(write(version.document(), yaml), yaml ? YAML_TYPE : MediaType.APPLICATION_JSON_TYPE)
                .tag(tag)
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                .build();
    }

    private static boolean prefersYaml(List<MediaType> accepted) {
        return !accepted.isEmpty()
                && accepted.getFirst().isCompatible(YAML_TYPE)
                && !accepted.getFirst().isWildcardSubtype();
    }

    private static String write(ObjectNode document, boolean yaml) {
        try {
            return yaml ? YAML.writeValueAsString(document) : document.toString();
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    static Response changed(Outcome outcome, SetupDocument document) {
        return switch (outcome) {
            case Outcome.Kept kept -> inForce(kept.version(), document);
            case Outcome.Unchanged unchanged -> inForce(unchanged.version(), document);
            case Outcome.Overtaken overtaken ->
                throw HttpProblem.builder()
                        .withStatus(Response.Status.PRECONDITION_FAILED)
                        .withTitle("Precondition Failed")
                        .withDetail("Version " + overtaken.inForce() + " is in force by now; nothing was changed.")
                        .withHeader(HttpHeaders.ETAG, "\"" + overtaken.inForce() + "\"")
                        .build();
        };
    }

    private static Response inForce(SetupVersion version, SetupDocument document) {
        return Response.ok(new SetupViews.Changed(SetupViews.Line.of(version), document.warnings()))
                .tag(tag(version.key.number()))
                .build();
    }

    private static EntityTag tag(int number) {
        return new EntityTag(String.valueOf(number));
    }
}
