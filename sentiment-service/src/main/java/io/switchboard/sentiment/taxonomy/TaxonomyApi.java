package io.switchboard.sentiment.taxonomy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.security.identity.SecurityIdentity;
import io.switchboard.kit.rest.Precondition;
import io.switchboard.kit.tenancy.Caller;
import io.switchboard.kit.tenancy.Callers;
import io.switchboard.sentiment.taxonomy.TaxonomyStore.InForce;
import io.switchboard.sentiment.taxonomy.TaxonomyStore.Outcome;
import io.switchboard.sentiment.understanding.Taxonomy;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** What texts of the caller's tenant can be about: what is in force, putting another in force, and the way back. */
@Path("/api/v1/taxonomy")
@Tag(name = "Taxonomy")
@RolesAllowed({"supervisor", "integration"})
@APIResponse(responseCode = "503", description = "The database does not answer; try again")
public class TaxonomyApi {
    private static final String YAML = "application/yaml";
    private static final String OTHER_YAML = "text/yaml";
    private static final MediaType YAML_TYPE = MediaType.valueOf(YAML);
    private static final int LONGEST_COMMENT = 500;
    private static final int LARGEST_PAGE = 200;
    private static final int UNPROCESSABLE = 422;
    private static final ObjectMapper YAML_WRITER = YAMLMapper.builder()
            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
            .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
            .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
            .build();
    private static final ObjectMapper JSON_WRITER = JsonMapper.builder().build();

    private final TaxonomyStore store;
    private final TenantTopics tenants;
    private final Callers callers;
    private final SecurityIdentity identity;

    TaxonomyApi(TaxonomyStore store, TenantTopics tenants, Callers callers, SecurityIdentity identity) {
        this.store = store;
        this.tenants = tenants;
        this.callers = callers;
        this.identity = identity;
    }

    /** What is to be said of a taxonomy. */
    @Schema(name = "TaxonomyJudgement")
    record Judgement(boolean sound, List<String> problems) {}

    /** Some versions, the newest first; {@code next} is to be given as {@code before}, null after the last. */
    @Schema(name = "TaxonomyVersions")
    record Page(
            List<TaxonomyVersion.Line> versions, @Nullable Integer next) {}

    @GET
    @Produces({MediaType.APPLICATION_JSON, YAML})
    @Operation(
            operationId = "taxonomy",
            summary = "The taxonomy in force, as it can be changed and sent back",
            description = "Its ETag is the number of the version, 0 for the one that ships.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Taxonomy.class)))
    public Response inForce(@Context Request request, @Context HttpHeaders headers) throws JsonProcessingException {
        Optional<TaxonomyVersion> own = store.inForce(callers.of(identity).tenant());
        EntityTag tag = tag(own.map(version -> version.version().number()).orElse(0));
        Response.ResponseBuilder known = request.evaluatePreconditions(tag);
        if (known != null) {
            return known.tag(tag).build();
        }
        Taxonomy taxonomy =
                own.map(TaxonomyVersion::taxonomy).orElse(tenants.shipped().taxonomy());
        List<MediaType> accepted = headers.getAcceptableMediaTypes();
        boolean yaml = !accepted.isEmpty()
                && accepted.getFirst().isCompatible(YAML_TYPE)
                && !accepted.getFirst().isWildcardSubtype();
        return Response.ok((yaml ? YAML_WRITER : JSON_WRITER).writeValueAsString(taxonomy))
                .type(yaml ? YAML_TYPE : MediaType.APPLICATION_JSON_TYPE)
                .tag(tag)
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                .build();
    }

    @PUT
    @Consumes({MediaType.APPLICATION_JSON, YAML, OTHER_YAML})
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "changeTaxonomy",
            summary = "Put a whole taxonomy in force",
            description = "If-Match names the version it was made from, \"0\" for the one that ships.")
    @RequestBody(content = @Content(schema = @Schema(implementation = Taxonomy.class)))
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = TaxonomyVersion.Line.class)))
    @APIResponse(responseCode = "412", description = "Another version is in force by now; its number is in the ETag")
    @APIResponse(responseCode = "422", description = "It can't be used: every problem is named")
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    public Response change(
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) MediaType type,
            @QueryParam("comment") @Size(max = LONGEST_COMMENT) @Nullable String comment,
            String body) {
        int expected = Precondition.expected(ifMatch, ifNoneMatch);
        TaxonomyDocument document = read(type, body);
        Taxonomy sound = document.sound();
        if (sound == null) {
            throw HttpProblem.builder()
                    .withStatus(UNPROCESSABLE)
                    .withTitle("Unprocessable Taxonomy")
                    .withDetail(document.problems().size() + " problems; nothing was changed.")
                    .with("problems", document.problems())
                    .build();
        }
        return change(sound, comment, expected);
    }

    private Response change(Taxonomy taxonomy, @Nullable String comment, @Nullable Integer expected) {
        Caller caller = callers.of(identity);
        return switch (store.change(caller.tenant(), taxonomy, caller.name(), comment, expected)) {
            case Outcome.Kept kept -> {
                tenants.use(new InForce(caller.tenant(), kept.version().number()));
                yield Response.ok(kept.version())
                        .tag(tag(kept.version().number()))
                        .build();
            }
            case Outcome.Overtaken overtaken ->
                throw HttpProblem.builder()
                        .withStatus(Response.Status.PRECONDITION_FAILED)
                        .withTitle("Precondition Failed")
                        .withDetail("Version " + overtaken.inForce() + " is in force by now; nothing was changed.")
                        .withHeader(HttpHeaders.ETAG, "\"" + overtaken.inForce() + "\"")
                        .build();
        };
    }

    @POST
    @Path("validate")
    @Consumes({MediaType.APPLICATION_JSON, YAML, OTHER_YAML})
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(operationId = "validateTaxonomy", summary = "Judge a taxonomy and change nothing")
    public Judgement validate(@HeaderParam(HttpHeaders.CONTENT_TYPE) MediaType type, String body) {
        TaxonomyDocument document = read(type, body);
        return new Judgement(document.sound() != null, document.problems());
    }

    private TaxonomyDocument read(MediaType type, String body) {
        boolean yaml = !MediaType.APPLICATION_JSON_TYPE.isCompatible(type);
        return TaxonomyDocument.of(body, yaml, tenants.shipped().taxonomy());
    }

    @GET
    @Path("versions")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(operationId = "taxonomyVersions", summary = "Who changed the taxonomy and when, the newest first")
    public Page page(
            @QueryParam("before") @DefaultValue("" + Integer.MAX_VALUE) @Min(1) int before,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(LARGEST_PAGE) int limit) {
        List<TaxonomyVersion.Line> found = store.page(callers.of(identity).tenant(), before, limit);
        boolean more = found.size() == limit && found.getLast().number() > 1;
        return new Page(found, more ? (Integer) found.getLast().number() : null);
    }

    @GET
    @Path("versions/{number: \\d{1,9}}")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(operationId = "taxonomyVersion", summary = "One version, whole")
    public TaxonomyVersion version(@RestPath int number) {
        return store.find(callers.of(identity).tenant(), number)
                .orElseThrow(() -> new NotFoundException("there is no such taxonomy"));
    }

    @POST
    @Path("versions/{number: \\d{1,9}}/activate")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "activateTaxonomyVersion",
            summary = "Put what an earlier version said in force again",
            description = "As a new version: history only grows. 0 is the one that ships.")
    public Response activate(
            @RestPath int number,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @QueryParam("comment") @Size(max = LONGEST_COMMENT) @Nullable String comment) {
        @Nullable Integer expected = ifMatch == null ? null : (Integer) Precondition.expected(ifMatch, null);
        Taxonomy taxonomy =
                number == 0 ? tenants.shipped().taxonomy() : version(number).taxonomy();
        return change(taxonomy, comment == null ? "as version " + number : comment, expected);
    }

    private static EntityTag tag(int number) {
        return new EntityTag(String.valueOf(number));
    }
}
