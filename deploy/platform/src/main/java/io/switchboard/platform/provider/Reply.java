package io.switchboard.platform.provider;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;

/**
 * What is answered to an HTTP request.
 *
 * @param status the HTTP status
 * @param type the media type
 * @param body the content
 */
@SuppressWarnings("ArrayRecordComponent")
record Reply(int status, String type, byte[] body) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int TOO_MANY = 429;

    static Reply json(int status, Object content) {
        try {
            return new Reply(status, "application/json", JSON.writeValueAsBytes(content));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("Our own records can be written", impossible);
        }
    }

    static Reply of(GraphError error) {
        return json(error.status(), Map.of("error", error));
    }

    void send(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        if (status == TOO_MANY) {
            exchange.getResponseHeaders().set("Retry-After", "1");
        }
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(body);
        }
    }
}
