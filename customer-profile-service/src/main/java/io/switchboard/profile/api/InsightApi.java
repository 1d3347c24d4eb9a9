package io.switchboard.profile.api;

import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import io.switchboard.kit.tenancy.Caller;
import io.switchboard.kit.tenancy.Callers;
import io.switchboard.profile.api.InsightView.Report;
import io.switchboard.profile.api.table.Table;
import io.switchboard.profile.api.table.Tables;
import io.switchboard.profile.insight.Grouping;
import io.switchboard.profile.insight.Insight;
import io.switchboard.profile.insight.Insight.Of;
import io.switchboard.profile.insight.InsightConfig;
import io.switchboard.profile.insight.Period;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What came in at the caller's centre, counted. */
@Path("/api/v1/insight")
@Tag(name = "Insight")
@Produces({MediaType.APPLICATION_JSON, Tables.CSV, Tables.NDJSON, Tables.PARQUET})
@RolesAllowed({"supervisor", "integration"})
@APIResponse(responseCode = "400", description = "The period can't be; the answer names what is wrong")
@APIResponse(responseCode = "503", description = "The database does not answer, or not in 30 s; ask for less or again")
public class InsightApi {
    private final SecurityIdentity identity;
    private final Callers callers;
    private final Insight insight;
    private final InsightConfig config;
    private final Tables tables;

    InsightApi(SecurityIdentity identity, Callers callers, Insight insight, InsightConfig config, Tables tables) {
        this.identity = identity;
        this.callers = callers;
        this.insight = insight;
        this.config = config;
        this.tables = tables;
    }

    /** When. */
    public static class Days {
        @Parameter(description = "the first day, such as 2026-03-29")
        @QueryParam("from")
        @Nullable
        String from;

        @Parameter(description = "the last day; the first when left out")
        @QueryParam("to")
        @Nullable
        String to;

        @Parameter(description = "whose wall clock, such as Europe/Berlin; UTC when left out")
        @QueryParam("zone")
        @Nullable
        String zone;

        Period period() {
            return switch (Period.read(from, to, zone, Instant.now())) {
                case Period.Reading.Sound sound -> sound.period();
                case Period.Reading.Refused refused -> throw Answers.refused(refused.why());
            };
        }
    }

    @GET
    @Path("figures")
    @Operation(
            summary = "Volume, sentiment, shares, times and first-contact resolution",
            description =
                    "As a table in CSV, NDJSON or Parquet, too. Everything counts where and when it came in; times are told by"
                            + " the clock (firstResponseMedian, resolutionP90) and counting only while the queue was open"
                            + " (firstResponseOpenMedian, resolutionOpenP90). The words are defined in docs/measures.md.")
    @APIResponse(
            responseCode = "200",
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Report.class)),
                @Content(mediaType = Tables.CSV, schema = @Schema(type = SchemaType.STRING)),
                @Content(mediaType = Tables.NDJSON, schema = @Schema(type = SchemaType.STRING)),
                @Content(mediaType = Tables.PARQUET, schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    public Uni<Response> figures(
            @BeanParam Days days,
            @Parameter(
                            description =
                                    "up to three of channel, queue, account, agent, topic, hour, day, with commas; all in"
                                            + " one when left out")
                    @QueryParam("by")
                    @Nullable
                    String by,
            @Context Request request) {
        Period period = days.period();
        List<Grouping> groupings = Groupings.read(by, period);
        return tables.answer(
                request,
                Answers.inTime(insight.figures(of(period), groupings, period.spans(groupings)), config.patience())
                        .map(groups -> InsightView.report(period, groups, groupings)),
                report -> InsightView.table(report, groupings));
    }

    @GET
    @Path("topics")
    @Operation(
            summary = "What people write about, the fastest rising first",
            description = "Of what needed an answer; compared with as many days just before. As a table, too.")
    @APIResponse(
            responseCode = "200",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = Insight.Topic[].class)),
                @Content(mediaType = Tables.CSV, schema = @Schema(type = SchemaType.STRING)),
                @Content(mediaType = Tables.NDJSON, schema = @Schema(type = SchemaType.STRING)),
                @Content(mediaType = Tables.PARQUET, schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    public Uni<Response> topics(@BeanParam Days days, @Context Request request) {
        Period period = days.period();
        return tables.answer(
                request,
                Answers.inTime(insight.topics(of(period), period.before().start()), config.patience()),
                topics -> Table.of(Insight.Topic.class, topics));
    }

    @GET
    @Path("journeys")
    @Operation(
            summary = "From which channel to which matters went",
            description =
                    "As a Sankey diagram wants it: from, to, contacts. from is null where a matter began. As a table, too.")
    @APIResponse(
            responseCode = "200",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = Insight.Step[].class)),
                @Content(mediaType = Tables.CSV, schema = @Schema(type = SchemaType.STRING)),
                @Content(mediaType = Tables.NDJSON, schema = @Schema(type = SchemaType.STRING)),
                @Content(mediaType = Tables.PARQUET, schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    public Uni<Response> journeys(@BeanParam Days days, @Context Request request) {
        return tables.answer(
                request,
                Answers.inTime(insight.steps(of(days.period())), config.patience()),
                steps -> Table.of(Insight.Step.class, steps));
    }

    private Of of(Period period) {
        Caller caller = callers.of(identity);
        return new Of(caller.tenant(), caller.centre(), period.start(), period.end());
    }
}
