package io.switchboard.profile.api;

import static io.switchboard.profile.api.Answers.inTime;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import io.switchboard.contracts.message.Customer;
import io.switchboard.kit.tenancy.Caller;
import io.switchboard.kit.tenancy.Callers;
import io.switchboard.profile.customer.Address;
import io.switchboard.profile.customer.Addresses;
import io.switchboard.profile.identity.Cause;
import io.switchboard.profile.identity.Links;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** What other systems have proven: whose an address is. */
@Path("/api/v1/customers/{id}/handles")
@Tag(name = "Identity")
public class HandlesApi {
    private static final int UNPROCESSABLE = 422;

    private final SecurityIdentity identity;
    private final Callers callers;
    private final Addresses addresses;
    private final Links links;
    private final IdentityAnswers answers;

    HandlesApi(SecurityIdentity identity, Callers callers, Addresses addresses, Links links, IdentityAnswers answers) {
        this.identity = identity;
        this.callers = callers;
        this.addresses = addresses;
        this.links = links;
        this.answers = answers;
    }

    @POST
    @RolesAllowed("integration")
    @Operation(
            summary = "State that an address is proven to be a customer's",
            description =
                    "Whoever is known at it is one with the customer from now on; unmerging takes it back. The same"
                            + " twice does no harm. Tells customers.changed.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Customer.class)))
    @APIResponse(responseCode = "404", description = "The caller's tenant has no such customer")
    @APIResponse(responseCode = "409", description = "Somebody said that the two differ: a person must merge them")
    @APIResponse(responseCode = "412", description = "Somebody changed one of them meanwhile; send it again")
    @APIResponse(responseCode = "422", description = "It can't be such an address")
    @APIResponse(responseCode = "503", description = "The database does not answer; try again")
    public Uni<Response> state(@RestPath UUID id, @NotNull @Valid NewHandle wish) {
        Caller caller = callers.of(identity);
        Address address = addresses
                .stated(caller.tenant(), caller.centre(), wish.kind(), wish.value())
                .orElseThrow(() -> notAnAddress(wish.kind()));
        var cause = new Cause(caller.name(), wish.reason(), Map.of("kind", address.kind(), "address", address.value()));
        return inTime(answers.stated(
                caller, id, session -> links.state(session, caller.tenant(), caller.centre(), address, id, cause)));
    }

    private static HttpProblem notAnAddress(String kind) {
        return HttpProblem.builder()
                .withStatus(UNPROCESSABLE)
                .withTitle("Unprocessable Handle")
                .withDetail("value can't be of kind " + kind + "; nothing was changed.")
                .build();
    }
}
