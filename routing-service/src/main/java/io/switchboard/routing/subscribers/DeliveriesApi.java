package io.switchboard.routing.subscribers;

import static io.switchboard.routing.subscribers.SubscriptionAnswers.ask;
import static io.switchboard.routing.subscribers.SubscriptionAnswers.found;

import io.quarkus.security.identity.SecurityIdentity;
import io.switchboard.kit.tenancy.Caller;
import io.switchboard.kit.tenancy.Callers;
import io.switchboard.routing.subscribers.DeliveryLog.DeliveryState;
import io.switchboard.routing.subscribers.SubscriptionViews.Again;
import io.switchboard.routing.subscribers.SubscriptionViews.Page;
import io.switchboard.routing.subscribers.SubscriptionViews.Tested;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** What was sent to a subscriber, is to be sent, and could not be. */
@Path("/api/v1/subscriptions/{id}")
@Tag(name = "Subscriptions")
@RolesAllowed({"supervisor", "integration"})
@APIResponse(responseCode = "404", description = "The caller's centre has no such subscription or delivery")
@APIResponse(responseCode = "503", description = "The database does not answer; try again")
public class DeliveriesApi {
    private static final int LARGEST_PAGE = 200;

    private final SecurityIdentity identity;
    private final Callers callers;
    private final Subscriptions subscriptions;
    private final Deliveries deliveries;
    private final DeliveryLog log;
    private final Sender sender;

    DeliveriesApi(
            SecurityIdentity identity,
            Callers callers,
            Subscriptions subscriptions,
            Deliveries deliveries,
            DeliveryLog log,
            Sender sender) {
        this.identity = identity;
        this.callers = callers;
        this.subscriptions = subscriptions;
        this.deliveries = deliveries;
        this.log = log;
        this.sender = sender;
    }

    @GET
    @Path("deliveries")
    @Operation(
            operationId = "deliveries",
            summary = "What was and is to be sent, the newest first",
            description = "For the next page give the answer's next as before.")
    public Page page(
            @RestPath UUID id,
            @QueryParam("state") @Nullable DeliveryState state,
            @QueryParam("before") @DefaultValue("" + Long.MAX_VALUE) @Min(1) long before,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(LARGEST_PAGE) int limit) {
        Caller caller = existing(id);
        return Page.of(ask(() -> log.page(caller.tenant(), id, state, before, limit)), limit);
    }

    @POST
    @Path("deliveries/{delivery}/redeliver")
    @ResponseStatus(202)
    @Operation(
            operationId = "redeliver",
            summary = "Send one event again that was delivered or is a dead letter",
            description = "Under the same id, and before whatever of its work item still waits.")
    @APIResponse(responseCode = "202", content = @Content(schema = @Schema(implementation = Again.class)))
    public Again redeliver(@RestPath UUID id, @RestPath @Min(1) long delivery) {
        Again again = again(id, delivery);
        if (again.again() == 0) {
            throw new NotFoundException("there is no such delivery that is settled");
        }
        return again;
    }

    @POST
    @Path("redeliver-dead")
    @ResponseStatus(202)
    @Operation(operationId = "redeliverDead", summary = "Send every dead letter again")
    @APIResponse(responseCode = "202", content = @Content(schema = @Schema(implementation = Again.class)))
    public Again redeliverDead(@RestPath UUID id) {
        return again(id, 0);
    }

    private Again again(UUID id, long only) {
        Caller caller = existing(id);
        Again again = new Again(ask(() -> deliveries.again(caller.tenant(), id, only, Instant.now())));
        sender.lookNow();
        return again;
    }

    @POST
    @Path("test")
    @Operation(
            operationId = "testSubscription",
            summary = "Send an event of the type test",
            description = "The answer does not wait for it: the deliveries say what became of it.")
    @APIResponse(responseCode = "202", content = @Content(schema = @Schema(implementation = Tested.class)))
    public Response test(@RestPath UUID id) {
        Caller caller = existing(id);
        RoutedEvent event = TestEvent.of(caller, id, Instant.now());
        ask(() -> deliveries.addFor(id, event, Instant.now()));
        sender.lookNow();
        return Response.accepted(new Tested(event.id())).build();
    }

    private Caller existing(UUID id) {
        Caller caller = callers.of(identity);
        var _ = found(ask(() -> subscriptions.find(caller, id)));
        return caller;
    }
}
