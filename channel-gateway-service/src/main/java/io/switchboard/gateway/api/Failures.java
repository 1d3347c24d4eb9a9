package io.switchboard.gateway.api;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.switchboard.gateway.desk.DesksAwayException;
import io.switchboard.gateway.desk.KafkaAwayException;
import io.switchboard.gateway.problem.Problems;
import io.switchboard.gateway.story.NeighbourException;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** What callers are told when something the gateway needs does not answer. */
public final class Failures {
    /** Kafka is away. */
    @ServerExceptionMapper
    public Response kafkaAway(KafkaAwayException failure) {
        return Problems.away("what you asked for may not have been taken; ask again with the same ids")
                .toResponse();
    }

    /** Redis is away. */
    @ServerExceptionMapper
    public Response desksAway(DesksAwayException failure) {
        return Problems.away("the desks cannot be read now").toResponse();
    }

    /** A neighbour refused or is away. */
    @ServerExceptionMapper
    public Response neighbour(NeighbourException failure) {
        return HttpProblem.builder()
                .withStatus(failure.status())
                .withTitle(title(failure.status()))
                .withDetail(failure.getMessage())
                .build()
                .toResponse();
    }

    private static String title(int status) {
        Response.Status known = Response.Status.fromStatusCode(status);
        return known == null ? "Refused" : known.getReasonPhrase();
    }
}
