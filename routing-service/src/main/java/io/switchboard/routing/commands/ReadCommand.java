package io.switchboard.routing.commands;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.switchboard.contracts.routing.RoutingCommand;
import io.switchboard.kit.event.EventJson;
import io.switchboard.kit.tenancy.Caller;
import io.switchboard.routing.centre.Commands;
import jakarta.ws.rs.core.Response.Status;
import java.time.Instant;
import java.util.UUID;

/** Reads a command that somebody sent. Who asks, for which tenant and centre, and when is never what the body says. */
final class ReadCommand {
    private ReadCommand() {}

    /**
     * Returns the command.
     *
     * @throws HttpProblem 400 when the body is no command; it does not quote the body
     */
    static RoutingCommand of(String body, Caller caller, Instant now) {
        ObjectNode json = object(body);
        json.put("tenant", caller.tenant());
        json.put("centre", caller.centre());
        json.put("agent", caller.name());
        json.put("at", now.toString());
        if (!json.hasNonNull("commandId")) {
            json.put("commandId", UUID.randomUUID().toString());
        }
        RoutingCommand command = command(json);
        Commands.missing(command).ifPresent(field -> {
            throw bad("Without " + field + ".");
        });
        return command;
    }

    private static ObjectNode object(String body) {
        try {
            JsonNode json = EventJson.MAPPER.readTree(body);
            if (json instanceof ObjectNode object) {
                return object;
            }
        } catch (JsonProcessingException notJson) {
            throw bad("Not JSON.");
        }
        throw bad("Not a JSON object.");
    }

    private static RoutingCommand command(ObjectNode json) {
        try {
            return EventJson.MAPPER.treeToValue(json, RoutingCommand.class);
        } catch (JsonProcessingException | IllegalArgumentException notACommand) {
            throw bad("Not a command: its type is unknown, or a field is of another kind.");
        }
    }

    private static HttpProblem bad(String detail) {
        return HttpProblem.builder()
                .withStatus(Status.BAD_REQUEST)
                .withTitle(Status.BAD_REQUEST.getReasonPhrase())
                .withDetail(detail)
                .build();
    }
}
