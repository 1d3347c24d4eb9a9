package io.switchboard.gateway.problem;

import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.core.Response.Status;

/** The problems that the channels' doors answer with. None quotes what was sent. */
public final class Problems {
    private static final int SECONDS_UNTIL_AGAIN = 5;

    private Problems() {}

    /** What was sent can't be read. */
    public static HttpProblem badRequest(String detail) {
        return problem(Status.BAD_REQUEST, detail);
    }

    /** It is not proven who sent it. */
    public static HttpProblem unauthorized(String detail) {
        return problem(Status.UNAUTHORIZED, detail);
    }

    /** It is known who sent it, and they may not. */
    public static HttpProblem forbidden(String detail) {
        return problem(Status.FORBIDDEN, detail);
    }

    /** There is no such thing. */
    public static HttpProblem notFound(String detail) {
        return problem(Status.NOT_FOUND, detail);
    }

    /** Too much at once. */
    public static HttpProblem tooMany() {
        return again(Status.TOO_MANY_REQUESTS, "Too many requests.");
    }

    /** Nothing is wrong with what was sent; it could not be made safe now. */
    public static HttpProblem comeAgain() {
        return again(Status.SERVICE_UNAVAILABLE, "The message was not taken. Send it again.");
    }

    private static HttpProblem again(Status status, String detail) {
        return HttpProblem.builder()
                .withStatus(status)
                .withTitle(status.getReasonPhrase())
                .withDetail(detail)
                .withHeader("Retry-After", SECONDS_UNTIL_AGAIN)
                .build();
    }

    private static HttpProblem problem(Status status, String detail) {
        return HttpProblem.builder()
                .withStatus(status)
                .withTitle(status.getReasonPhrase())
                .withDetail(detail)
                .build();
    }
}
