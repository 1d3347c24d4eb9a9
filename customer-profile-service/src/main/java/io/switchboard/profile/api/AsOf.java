package io.switchboard.profile.api;

import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** When what a caller brings was so. */
final class AsOf {
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(5);

    private AsOf() {}

    /**
     * Returns the time that a caller gives, or now.
     *
     * @throws HttpProblem 400 when it is none, or in the future
     */
    static Instant time(@Nullable String at) {
        if (at == null) {
            return Instant.now().truncatedTo(ChronoUnit.MICROS);
        }
        try {
            Instant time = OffsetDateTime.parse(at).toInstant();
            if (time.isAfter(Instant.now().plus(CLOCKS_DIFFER))) {
                throw badRequest("at is in the future");
            }
            return time.truncatedTo(ChronoUnit.MICROS);
        } catch (DateTimeParseException e) {
            throw badRequest("at is not a time such as 2026-01-31T12:00:00Z");
        }
    }

    static HttpProblem badRequest(String detail) {
        return HttpProblem.builder()
                .withTitle("Bad Request")
                .withStatus(Response.Status.BAD_REQUEST)
                .withDetail(detail)
                .build();
    }
}
