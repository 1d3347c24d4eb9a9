package io.switchboard.profile.api;

import static io.switchboard.profile.api.Answers.inTime;

import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import io.switchboard.kit.tenancy.Caller;
import io.switchboard.kit.tenancy.Callers;
import io.switchboard.profile.search.Question;
import io.switchboard.profile.search.SearchConfig;
import io.switchboard.profile.search.SearchStory;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Finding what was said, what was noted, and who somebody is. */
@Path("/api/v1/search")
@Tag(name = "Search")
@RolesAllowed({"agent", "supervisor"})
@APIResponse(
        responseCode = "503",
        description = "The database does not answer, or not soon enough; ask for less or again")
public class SearchApi {
    private static final int LONGEST_QUESTION = 200;

    private final SecurityIdentity identity;
    private final Callers callers;
    private final SearchStory search;
    private final SearchConfig config;

    SearchApi(SecurityIdentity identity, Callers callers, SearchStory search, SearchConfig config) {
        this.identity = identity;
        this.callers = callers;
        this.search = search;
        this.config = config;
    }

    @GET
    @Operation(
            summary = "Find words and people",
            description = "Words stand for all that begin with them; \"quotes\" for a phrase, or between words, a minus"
                    + " before a word that shall not be there. Names and addresses are found though they are misspelt.")
    @APIResponse(responseCode = "400", description = "A parameter can't be")
    public Uni<SearchPage> search(
            @Parameter(description = "what to look for, at most 200 characters")
                    @QueryParam("q")
                    @NotBlank
                    @Size(max = LONGEST_QUESTION)
                    String q,
            @Parameter(
                            description =
                                    "nothing older is found; ISO 8601, as 2026-01-31T00:00:00Z; 90 days ago when left out")
                    @QueryParam("since")
                    @Nullable
                    String since,
            @Parameter(description = "next of the page before") @QueryParam("before") @Nullable String before,
            @QueryParam("limit") @DefaultValue("20") @Min(1) @Max(100) int limit) {
        Caller caller = callers.of(identity);
        var question = new Question(q, since(since), Answers.place(before), limit);
        return inTime(search.find(caller.tenant(), question)).map(found -> SearchPage.of(found, q, limit));
    }

    private Instant since(@Nullable String since) {
        try {
            return since == null || since.isEmpty() ? Instant.now().minus(config.range()) : Instant.parse(since);
        } catch (DateTimeParseException notATime) {
            throw Answers.refused("since: give a time such as 2026-01-31T00:00:00Z.");
        }
    }
}
