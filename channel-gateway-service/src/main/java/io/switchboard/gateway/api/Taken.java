package io.switchboard.gateway.api;

import io.switchboard.gateway.desk.Answer;
import io.switchboard.gateway.problem.Problems;
import jakarta.ws.rs.core.Response;
import java.util.UUID;

/**
 * Kafka has the command; its effect shows on the desk.
 *
 * @param commandId the command, as a refusal on the socket names it
 */
public record Taken(UUID commandId) {

    /** Returns 202 with the command, or fails with 404. */
    static Response of(Answer answer) {
        return switch (answer) {
            case Answer.Taken taken -> Response.accepted(new Taken(taken.id())).build();
            case Answer.Unknown unknown -> throw Problems.notFound(unknown.reason());
        };
    }
}
