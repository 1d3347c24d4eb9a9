package io.switchboard.profile.api;

import static io.switchboard.profile.api.Answers.inTime;

import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import io.switchboard.contracts.message.Customer;
import io.switchboard.kit.tenancy.Caller;
import io.switchboard.kit.tenancy.Callers;
import io.switchboard.profile.identity.Cause;
import io.switchboard.profile.identity.SettleSuggestion;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** Who may be one. Nobody is made one but by a person. */
@Path("/api/v1/customers/{id}/suggestions")
@Tag(name = "Identity")
@RolesAllowed({"agent", "supervisor"})
@APIResponse(responseCode = "404", description = "The caller's tenant has no such customer or open suggestion")
@APIResponse(responseCode = "503", description = "The database does not answer; try again")
public class SuggestionsApi {
    private static final int LARGEST_PAGE = 200;
    /** Before the likeliest. */
    private static final String START = "2.0_ffffffff-ffff-ffff-ffff-ffffffffffff";

    private static final String PLACE = "[0-9](\\.[0-9E-]{1,20})?_[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

    private final SecurityIdentity identity;
    private final Callers callers;
    private final SettleSuggestion settle;
    private final IdentityAnswers answers;

    SuggestionsApi(SecurityIdentity identity, Callers callers, SettleSuggestion settle, IdentityAnswers answers) {
        this.identity = identity;
        this.callers = callers;
        this.settle = settle;
        this.answers = answers;
    }

    @GET
    @Operation(
            summary = "Who a customer may be, with reasons, the likeliest first",
            description = "For the next page give the answer's next as after.")
    public Uni<SuggestionsPage> open(
            @RestPath UUID id,
            @QueryParam("after") @DefaultValue(START) @Pattern(regexp = PLACE) String after,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(LARGEST_PAGE) int limit) {
        Caller caller = callers.of(identity);
        int cut = after.indexOf('_');
        double score = Double.parseDouble(after.substring(0, cut));
        UUID last = UUID.fromString(after.substring(cut + 1));
        return inTime(answers.read(
                        caller, id, session -> settle.open(session, caller.tenant(), id, score, last, limit)))
                .map(found -> SuggestionsPage.of(found, limit));
    }

    @POST
    @Path("{suggestion}/confirm")
    @Operation(
            summary = "Say that they are one",
            description = "The other is merged into this customer. Tells customers.changed.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Customer.class)))
    @APIResponse(responseCode = "412", description = "Somebody changed one of them meanwhile; look again")
    public Uni<Response> confirm(@RestPath UUID id, @RestPath UUID suggestion, @NotNull @Valid Settling said) {
        Caller caller = callers.of(identity);
        var cause = cause(caller, suggestion, said);
        return inTime(
                answers.changed(caller, session -> settle.confirm(session, caller.tenant(), id, suggestion, cause)));
    }

    @POST
    @Path("{suggestion}/reject")
    @Operation(summary = "Say that they differ", description = "It is never suggested again.")
    @APIResponse(responseCode = "204", description = "It is written down")
    public Uni<Void> reject(@RestPath UUID id, @RestPath UUID suggestion, @NotNull @Valid Settling said) {
        Caller caller = callers.of(identity);
        var cause = cause(caller, suggestion, said);
        return inTime(answers.read(
                        caller, id, session -> settle.reject(session, caller.tenant(), id, suggestion, cause)))
                .invoke(IdentityAnswers::thereWas)
                .replaceWithVoid();
    }

    private static Cause cause(Caller caller, UUID suggestion, Settling said) {
        return new Cause(caller.name(), said.reason(), Map.of("suggestionId", suggestion.toString()));
    }
}
