package io.switchboard.gateway.api;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.switchboard.gateway.desk.DesksAwayException;
import io.switchboard.gateway.desk.KafkaAwayException;
import io.switchboard.gateway.story.NeighbourException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** What callers are told when something the gateway needs does not answer. */
public final class Problems {
    private static final String SOON = "1";

    /** Kafka is away. */
    @ServerExceptionMapper
    public Response kafkaAway(KafkaAwayException failure) {
        return away("what you asked for may not have been taken; ask again with the same ids");
    }

    /** Redis is away. */
    @ServerExceptionMapper
    public Response desksAway(DesksAwayException failure) {
        return away("the desks cannot be read now");
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

    /** There is no such thing, or it is not this caller's: the two must look the same. */
    static HttpProblem notFound(String reason) {
        return HttpProblem.valueOf(Response.Status.NOT_FOUND, reason);
    }

    private static Response away(String detail) {
        return HttpProblem.builder()
                .withStatus(Response.Status.SERVICE_UNAVAILABLE)
                .withTitle("Service Unavailable")
                .withDetail(detail)
                .withHeader(HttpHeaders.RETRY_AFTER, SOON)
                .build()
                .toResponse();
    }

    private static String title(int status) {
        Response.Status known = Response.Status.fromStatusCode(status);
        return known == null ? "Refused" : known.getReasonPhrase();
    }
}
