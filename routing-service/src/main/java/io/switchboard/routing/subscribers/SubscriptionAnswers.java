package io.switchboard.routing.subscribers;

import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response.Status;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** How this door refuses. */
final class SubscriptionAnswers {
    private static final int UNPROCESSABLE = 422;
    private static final int RETRY_AFTER_SECONDS = 2;

    private SubscriptionAnswers() {}

    /** Returns what the database says, else 503. */
    static <T> T ask(Supplier<T> database) {
        try {
            return database.get();
        } catch (UncheckedIOException away) {
            throw HttpProblem.builder()
                    .withTitle("Service Unavailable")
                    .withStatus(Status.SERVICE_UNAVAILABLE)
                    .withDetail("The database does not answer; try again soon.")
                    .withHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS)
                    .build();
        }
    }

    /** Returns what was found, else 404: what is another centre's is not there. */
    static <T> T found(Optional<T> sought) {
        return sought.orElseThrow(() -> new NotFoundException("there is no such subscription"));
    }

    static HttpProblem withoutKey() {
        return HttpProblem.builder()
                .withTitle("Service Unavailable")
                .withStatus(Status.SERVICE_UNAVAILABLE)
                .withDetail("Webhooks are not set up here: SWITCHBOARD_SUBSCRIBERS_KEY is not 32 bytes in Base64.")
                .build();
    }

    static HttpProblem unprocessable(List<String> problems) {
        return HttpProblem.builder()
                .withTitle("Unprocessable Subscription")
                .withStatus(UNPROCESSABLE)
                .withDetail(String.join("; ", problems))
                .with("problems", problems)
                .build();
    }

    static HttpProblem tooMany(int most) {
        return HttpProblem.builder()
                .withTitle("Conflict")
                .withStatus(Status.CONFLICT)
                .withDetail("A centre has at most " + most + " subscriptions.")
                .build();
    }
}
