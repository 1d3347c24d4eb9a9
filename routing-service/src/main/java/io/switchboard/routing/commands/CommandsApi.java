package io.switchboard.routing.commands;

import io.quarkus.security.ForbiddenException;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import io.switchboard.contracts.routing.RoutingCommand;
import io.switchboard.kit.tenancy.Callers;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Takes commands of agents, supervisors and other systems for the caller's own centre. */
@Path("/api/v1/commands")
@Tag(name = "Commands")
@RolesAllowed({"agent", "supervisor", "integration"})
public class CommandsApi {
    private static final int LONGEST_COMMAND = 8_192;

    private final SecurityIdentity identity;
    private final Callers callers;
    private final GiveCommand give;

    CommandsApi(SecurityIdentity identity, Callers callers, GiveCommand give) {
        this.identity = identity;
        this.callers = callers;
        this.give = give;
    }

    /** What the caller is told: under this id the outcome appears among the events. */
    public record Taken(UUID commandId) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "giveCommand",
            summary = "Ask routing for something",
            description = "The body is a command of the topic routing.commands without tenant, centre, agent and time,"
                    + " which come from the token and the clock. The same commandId twice is the same command. What"
                    + " becomes of it is an event: command-refused names its id, anything else is what was asked for."
                    + " Agents speak for themselves; assign-work is for supervisors, cancel-work for supervisors and"
                    + " other systems.")
    @RequestBody(content = @Content(schema = @Schema(implementation = RoutingCommand.class)))
    @APIResponse(responseCode = "202", content = @Content(schema = @Schema(implementation = Taken.class)))
    @APIResponse(responseCode = "400", description = "Not a command")
    @APIResponse(responseCode = "403", description = "Not for this role")
    @APIResponse(responseCode = "503", description = "Kafka does not answer; nothing was taken, try again")
    public Uni<Response> give(@NotNull @Size(max = LONGEST_COMMAND) String body) {
        RoutingCommand command = ReadCommand.of(body, callers.of(identity), Instant.now());
        if (!identity.hasRole("agent") && isForAgents(command)) {
            throw new ForbiddenException("only agents do this");
        }
        if (!mayGive(command)) {
            throw new ForbiddenException("not for this role");
        }
        return give.to(command)
                .map(_ -> Response.accepted(new Taken(command.commandId())).build());
    }

    private boolean mayGive(RoutingCommand command) {
        return switch (command) {
            case RoutingCommand.AssignWork _ -> identity.hasRole("supervisor");
            case RoutingCommand.CancelWork _ -> identity.hasRole("supervisor") || identity.hasRole("integration");
            // Between centres only: whoever could write it could invent work.
            case RoutingCommand.ReceiveWork _ -> false;
            default -> true;
        };
    }

    private static boolean isForAgents(RoutingCommand command) {
        return switch (command) {
            case RoutingCommand.AssignWork _, RoutingCommand.CancelWork _, RoutingCommand.ReceiveWork _ -> false;
            default -> true;
        };
    }
}
