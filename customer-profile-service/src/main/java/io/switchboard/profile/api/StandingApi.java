package io.switchboard.profile.api;

import static io.switchboard.profile.api.Answers.inTime;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import io.switchboard.contracts.message.Consent;
import io.switchboard.contracts.message.Customer;
import io.switchboard.kit.tenancy.Caller;
import io.switchboard.kit.tenancy.Callers;
import io.switchboard.profile.changes.Changes;
import io.switchboard.profile.customer.CustomerProfile;
import io.switchboard.profile.identity.SayOfCustomer;
import io.switchboard.profile.tenancy.TenantTransaction;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.resteasy.reactive.RestPath;

/** What is said of customers. It is said of all who are one with them, and told on {@code customers.changed}. */
@Path("/api/v1/customers/{id}")
@Tag(name = "Customers")
@RolesAllowed({"supervisor", "integration"})
@APIResponse(responseCode = "404", description = "The caller's tenant has no such customer")
@APIResponse(responseCode = "503", description = "The database does not answer; try again")
public class StandingApi {
    /** Clocks differ. */
    private static final Duration NEARLY_NOW = Duration.ofMinutes(1);

    private static final int UNPROCESSABLE = 422;

    private final SecurityIdentity identity;
    private final Callers callers;
    private final TenantTransaction transaction;
    private final SayOfCustomer customers;
    private final Changes changes;

    StandingApi(
            SecurityIdentity identity,
            Callers callers,
            TenantTransaction transaction,
            SayOfCustomer customers,
            Changes changes) {
        this.identity = identity;
        this.callers = callers;
        this.transaction = transaction;
        this.customers = customers;
        this.changes = changes;
    }

    @PUT
    @Path("standing")
    @Operation(
            summary = "Rank a customer, and say what is known of them",
            description =
                    "What is left out stays; an empty tier and the language und take back what was said. The answer is what"
                            + " counts now: of tier and language the later word, this or another system's; a value only"
                            + " while no other system says one; doNotContact and vulnerable also when another system says"
                            + " so. Tells customers.changed; the same twice does no harm.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Customer.class)))
    public Uni<Response> rank(@RestPath UUID id, @NotNull @Valid NewStanding wish) {
        Caller caller = callers.of(identity);
        return said(caller, id, session -> customers.say(session, caller.tenant(), id, wish.saying(), caller.name()));
    }

    @PUT
    @Path("consent/{channel}")
    @Operation(
            summary = "Write down whether a customer wants to hear from us on a channel",
            description = "An earlier word does not undo a later one, nor another system's. Tells customers.changed.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Customer.class)))
    @APIResponse(responseCode = "422", description = "It is said to be of the future")
    public Uni<Response> consent(
            @RestPath UUID id,
            @RestPath @Pattern(regexp = "[a-z][a-z0-9-]{0,30}") String channel,
            @NotNull @Valid NewConsent wish) {
        Caller caller = callers.of(identity);
        var consent = new Consent(channel, wish.granted(), notInTheFuture(wish), caller.name());
        return said(caller, id, session -> customers.consent(session, caller.tenant(), id, consent));
    }

    private static Instant notInTheFuture(NewConsent wish) {
        Instant now = Instant.now();
        Instant at = wish.at();
        if (at != null && at.isAfter(now.plus(NEARLY_NOW))) {
            throw HttpProblem.builder()
                    .withStatus(UNPROCESSABLE)
                    .withTitle("Unprocessable Consent")
                    .withDetail("at is in the future: nobody has said it yet.")
                    .build();
        }
        return at == null ? now : at;
    }

    private Uni<Response> said(Caller caller, UUID id, Function<Mutiny.Session, Uni<Optional<CustomerProfile>>> work) {
        return inTime(transaction
                .in(
                        caller.tenant(),
                        session -> work.apply(session)
                                .map(Answers::found)
                                .flatMap(now -> changes.note(session, caller.tenant(), List.of(id))
                                        .map(change -> new Said(change, now))))
                .flatMap(said -> changes.tell(caller.tenant(), said.change())
                        .replaceWith(
                                Answers.tagged(said.now().customer(), said.now().version()))));
    }

    private record Said(UUID change, CustomerProfile now) {}
}
