package io.switchboard.profile.api;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.smallrye.mutiny.Uni;
import io.switchboard.kit.event.BadLuck;
import io.switchboard.profile.paging.Place;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How this door answers when there is nothing, or when the database does not answer. */
final class Answers {
    /** A caller hears within 3 s that it must come again. */
    private static final Duration PATIENCE = Duration.ofMillis(2500);

    private static final int RETRY_AFTER_SECONDS = 2;

    private Answers() {}

    /** Fails with 503 when the database is away, instead of hanging. */
    static <T> Uni<T> inTime(Uni<T> answer) {
        return inTime(answer, PATIENCE);
    }

    /** The same for what may take longer. */
    static <T> Uni<T> inTime(Uni<T> answer, Duration patience) {
        return answer.ifNoItem()
                .after(patience)
                .fail()
                .onFailure(BadLuck::is)
                .transform(away -> HttpProblem.builder()
                        .withTitle("Service Unavailable")
                        .withStatus(Response.Status.SERVICE_UNAVAILABLE)
                        .withDetail("The database does not answer; try again soon.")
                        .withHeader("Retry-After", RETRY_AFTER_SECONDS)
                        .build());
    }

    /** Returns {@code body} with the version that a change of it must name. */
    static Response tagged(Object body, int version) {
        return Response.ok(body).tag(new EntityTag(String.valueOf(version))).build();
    }

    /** Returns what was found, else 404: what is another tenant's is not there. */
    static <T> T found(Optional<T> sought) {
        return sought.orElseThrow(() -> new NotFoundException("there is no such thing"));
    }

    /** Returns the place behind a caller's cursor, else 400; empty without one. */
    static Optional<Place> place(@Nullable String cursor) {
        if (cursor == null || cursor.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(Place.of(cursor)
                .orElseThrow(() -> refused("before: send the next of the page before as it was, or nothing.")));
    }

    /** Returns the problem of a request that can't be, with what is wrong with it. */
    static HttpProblem refused(String detail) {
        return HttpProblem.builder()
                .withTitle("Bad Request")
                .withStatus(Response.Status.BAD_REQUEST)
                .withDetail(detail)
                .build();
    }
}
