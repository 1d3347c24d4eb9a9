package io.switchboard.kit.persistence;

import io.quarkiverse.resteasy.problem.ExceptionMapperBase;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;

/** Who asks while the database is away is told to come again. */
@Provider
public class DatabaseAway extends ExceptionMapperBase<DatabaseAwayException> {
    private static final int RETRY_AFTER_SECONDS = 2;

    @Override
    protected HttpProblem toProblem(DatabaseAwayException away) {
        return HttpProblem.builder()
                .withTitle("Service Unavailable")
                .withStatus(Response.Status.SERVICE_UNAVAILABLE)
                .withDetail("The database does not answer; try again soon.")
                .withHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS)
                .build();
    }
}
