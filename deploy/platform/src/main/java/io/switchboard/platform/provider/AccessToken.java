package io.switchboard.platform.provider;

import com.sun.net.httpserver.HttpExchange;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** The access token of a request: a query parameter or a bearer token, as the Graph API takes either. */
final class AccessToken {
    private static final String PARAMETER = "access_token=";
    private static final String BEARER = "Bearer ";

    private AccessToken() {}

    /** Returns the token; an empty one, which is valid for no page, when there is none. */
    static String of(HttpExchange exchange) {
        String query =
                Optional.ofNullable(exchange.getRequestURI().getRawQuery()).orElse("");
        return Arrays.stream(query.split("&", -1))
                .filter(parameter -> parameter.startsWith(PARAMETER))
                .map(parameter -> URLDecoder.decode(parameter.substring(PARAMETER.length()), StandardCharsets.UTF_8))
                .findFirst()
                .or(() -> bearer(exchange))
                .orElse("");
    }

    private static Optional<String> bearer(HttpExchange exchange) {
        return Optional.ofNullable(exchange.getRequestHeaders().getFirst("Authorization"))
                .filter(header -> header.startsWith(BEARER))
                .map(header -> header.substring(BEARER.length()));
    }
}
