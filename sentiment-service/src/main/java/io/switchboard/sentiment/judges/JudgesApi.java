package io.switchboard.sentiment.judges;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.security.identity.SecurityIdentity;
import io.switchboard.kit.tenancy.Caller;
import io.switchboard.kit.tenancy.Callers;
import io.switchboard.sentiment.judges.JudgeStore.Activated;
import io.switchboard.sentiment.judges.JudgeStore.Asked;
import io.switchboard.sentiment.judges.JudgeStore.InForce;
import io.switchboard.understanding.training.Adaptation;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** The judges of the caller's tenant: training one, comparing it, putting it in force, and the way back. */
@Path("/api/v1/judges")
@Tag(name = "Judges")
@RolesAllowed({"supervisor", "integration"})
@APIResponse(responseCode = "503", description = "The database does not answer; try again")
public class JudgesApi {
    private static final String SHIPPED = "shipped";
    private static final int LARGEST_PAGE = 200;
    private static final int LONGEST_REASON = 500;
    private static final int UNPROCESSABLE = 422;

    private final JudgeStore store;
    private final TrainJudges training;
    private final TenantJudges tenants;
    private final Callers callers;
    private final SecurityIdentity identity;

    JudgesApi(
            JudgeStore store, TrainJudges training, TenantJudges tenants, Callers callers, SecurityIdentity identity) {
        this.store = store;
        this.training = training;
        this.tenants = tenants;
        this.callers = callers;
        this.identity = identity;
    }

    /** Some judges, the newest first; {@code next} is to be given as {@code before}, null after the last. */
    @Schema(name = "JudgeVersions")
    record Page(List<JudgeVersion> judges, @Nullable Integer next) {}

    /** Who put which judge in force, the newest first. */
    @Schema(name = "JudgeChanges")
    record Changes(List<JudgeVersion.Change> changes) {}

    /** The version in force now, and the one before. */
    @Schema(name = "JudgeInForce")
    record NowInForce(int version, int before) {}

    @POST
    @Operation(
            operationId = "trainJudge",
            summary = "Teach the shipped judge all corrections of the tenant",
            description = "It is not in force yet. Follow it with GET until it is READY or REFUSED.")
    @APIResponse(responseCode = "202", content = @Content(schema = @Schema(implementation = JudgeVersion.class)))
    @APIResponse(responseCode = "409", description = "One is being trained")
    @APIResponse(responseCode = "422", description = "There are too few corrections to learn from")
    public Response train() {
        Caller caller = callers.of(identity);
        return switch (training.begin(caller.tenant(), caller.name())) {
            case Asked.Begun begun ->
                Response.accepted(one(caller, begun.version()))
                        .location(URI.create("/api/v1/judges/" + begun.version()))
                        .build();
            case Asked.Busy busy ->
                throw problem(
                        Response.Status.CONFLICT.getStatusCode(),
                        "Conflict",
                        "Version " + busy.version() + " is being trained; wait until it is done.");
            case Asked.TooFew few ->
                throw problem(
                        UNPROCESSABLE,
                        "Too Few Corrections",
                        "There are " + few.corrections() + " corrections; it takes at least " + Adaptation.FEWEST
                                + ".");
        };
    }

    @GET
    @Operation(operationId = "judges", summary = "Every judge of the tenant, the newest first")
    public Page page(
            @QueryParam("before") @DefaultValue("" + Integer.MAX_VALUE) @Min(1) int before,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(LARGEST_PAGE) int limit) {
        List<JudgeVersion> found = store.page(callers.of(identity).tenant(), before, limit);
        boolean more = found.size() == limit && found.getLast().version() > 1;
        return new Page(found, more ? (Integer) found.getLast().version() : null);
    }

    @GET
    @Path("audit")
    @Operation(operationId = "judgeChanges", summary = "Who put which judge in force, and why")
    public Changes changes(@QueryParam("limit") @DefaultValue("50") @Min(1) @Max(LARGEST_PAGE) int limit) {
        return new Changes(store.changes(callers.of(identity).tenant(), limit));
    }

    @GET
    @Path("{version: \\d{1,9}}")
    @Operation(operationId = "judge", summary = "One judge: how far its training is, before and after")
    @APIResponse(responseCode = "404", description = "The caller's tenant has no such judge")
    public JudgeVersion judge(@RestPath int version) {
        return one(callers.of(identity), version);
    }

    private JudgeVersion one(Caller caller, int version) {
        return store.find(caller.tenant(), version).orElseThrow(JudgesApi::missing);
    }

    @POST
    @Path("{version: shipped|\\d{1,9}}/activate")
    @RolesAllowed("supervisor")
    @Operation(
            operationId = "activateJudge",
            summary = "Judge the tenant's messages with this one",
            description = "0 or shipped is the one that ships. Every replica does so within seconds.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = NowInForce.class)))
    @APIResponse(responseCode = "404", description = "The caller's tenant has no such judge")
    @APIResponse(responseCode = "409", description = "It is refused, failed or not trained yet: every reason is named")
    public NowInForce activate(
            @RestPath String version, @QueryParam("reason") @Size(max = LONGEST_REASON) @Nullable String reason) {
        Caller caller = callers.of(identity);
        int to = version.equals(SHIPPED) ? 0 : Integer.parseInt(version);
        return switch (store.activate(caller.tenant(), to, caller.name(), reason)) {
            case Activated.Done done -> {
                tenants.use(new InForce(caller.tenant(), to));
                yield new NowInForce(done.to(), done.from());
            }
            case Activated.Missing _ -> throw missing();
            case Activated.NotReady not ->
                throw HttpProblem.builder()
                        .withStatus(Response.Status.CONFLICT)
                        .withTitle("Conflict")
                        .withDetail("Version " + to + " is "
                                + not.state().name().toLowerCase(Locale.ROOT) + " and can't be put in force.")
                        .with("problems", not.problems())
                        .build();
        };
    }

    private static NotFoundException missing() {
        return new NotFoundException("there is no such judge");
    }

    private static HttpProblem problem(int status, String title, String detail) {
        return HttpProblem.builder()
                .withStatus(status)
                .withTitle(title)
                .withDetail(detail)
                .build();
    }
}
