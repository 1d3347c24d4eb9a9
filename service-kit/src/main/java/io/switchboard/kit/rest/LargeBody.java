package io.switchboard.kit.rest;

import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import org.jspecify.annotations.Nullable;

/** A body that says itself that it is larger than a door takes. */
public final class LargeBody {
    private static final int TOO_LARGE = 413;

    private static final String PROBLEM = """
            {"status":413,"title":"Request Entity Too Large","detail":"The body is larger than this door takes."}""";

    private LargeBody() {}

    /** Tells whether the request says that its body has more than {@code limit} bytes. */
    public static boolean isOver(long limit, RoutingContext request) {
        return length(request.request().getHeader(HttpHeaders.CONTENT_LENGTH)) > limit;
    }

    /** Answers with a problem document, and ends the connection: the rest of the body is not read. */
    public static void refuse(RoutingContext request) {
        request.response()
                .setStatusCode(TOO_LARGE)
                .putHeader(HttpHeaders.CONTENT_TYPE, "application/problem+json")
                .putHeader(HttpHeaders.CONNECTION, "close")
                .end(PROBLEM)
                .onComplete(_ -> request.request().connection().close());
    }

    private static long length(@Nullable String header) {
        try {
            return header == null ? 0 : Long.parseLong(header);
        } catch (NumberFormatException e) {
            return Long.MAX_VALUE;
        }
    }
}
