package io.switchboard.gateway.problem;

import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.core.Response.Status;

/** The problems that every door answers with. None quotes what was sent. */
public final class Problems {
    /** What a provider is told, which comes again by itself. */
    private static final int A_PROVIDER_MAY_WAIT = 5;
    /** What a person is told, who waits before the screen. */
    private static final int A_PERSON_MAY_WAIT = 1;

    private Problems() {}

    /** What was sent can't be read. */
    public static HttpProblem badRequest(String detail) {
        return problem(Status.BAD_REQUEST, detail);
    }

    /** It is not proven who sent it. */
    public static HttpProblem unauthorized(String detail) {
        return problem(Status.UNAUTHORIZED, detail);
    }

    /** It is not proven who sent it, for a reason that a program may tell from others. */
    public static HttpProblem unauthorized(String detail, String reason) {
        return HttpProblem.builder()
                .withStatus(Status.UNAUTHORIZED)
                .withTitle(Status.UNAUTHORIZED.getReasonPhrase())
                .withDetail(detail)
                .with("reason", reason)
                .build();
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
        return again(Status.TOO_MANY_REQUESTS, "Too many requests.", A_PROVIDER_MAY_WAIT);
    }

    /** Nothing is wrong with what was sent; it could not be made safe now. */
    public static HttpProblem comeAgain() {
        return again(Status.SERVICE_UNAVAILABLE, "The message was not taken. Send it again.", A_PROVIDER_MAY_WAIT);
    }

    /** Something the gateway needs does not answer. */
    public static HttpProblem away(String detail) {
        return again(Status.SERVICE_UNAVAILABLE, detail, A_PERSON_MAY_WAIT);
    }

    private static HttpProblem again(Status status, String detail, int seconds) {
        return HttpProblem.builder()
                .withStatus(status)
                .withTitle(status.getReasonPhrase())
                .withDetail(detail)
                .withHeader("Retry-After", seconds)
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
