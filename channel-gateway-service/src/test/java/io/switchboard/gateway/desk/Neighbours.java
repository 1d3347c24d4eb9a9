package io.switchboard.gateway.desk;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** A small HTTP server in the place of customer-profile and routing. */
public class Neighbours implements QuarkusTestResourceLifecycleManager {
    public static final String KNOWN = "11111111-1111-4111-8111-111111111111";
    /** Every bearer token that arrived. */
    public static final List<String> TOKENS = new CopyOnWriteArrayList<>();
    /** Everything that was said to it: method, path with query, If-Match and body. */
    public static final List<String> SAID = new CopyOnWriteArrayList<>();

    private static final String OF_KNOWN = "/api/v1/customers/" + KNOWN;

    private HttpServer server;

    @Override
    public Map<String, String> start() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException noServer) {
            throw new UncheckedIOException(noServer);
        }
        server.createContext("/", this::answer);
        server.start();
        String url = "http://localhost:" + server.getAddress().getPort();
        return Map.of("quarkus.rest-client.profile.url", url, "quarkus.rest-client.routing.url", url);
    }

    private void answer(HttpExchange exchange) throws IOException {
        TOKENS.add(exchange.getRequestHeaders().getFirst("Authorization"));
        String said = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        SAID.add(String.join(
                " ",
                exchange.getRequestMethod(),
                exchange.getRequestURI().toString(),
                String.valueOf(exchange.getRequestHeaders().getFirst("If-Match")),
                said));
        String path = exchange.getRequestURI().getPath();
        exchange.getResponseHeaders().add("ETag", "\"7\"");
        int status = 200;
        String body = switch (path) {
            case OF_KNOWN + "/notes", OF_KNOWN + "/suggestions/" + KNOWN + "/confirm" -> said;
            case OF_KNOWN + "/suggestions/" + KNOWN + "/reject" -> {
                status = 204;
                yield "";
            }
            case OF_KNOWN + "/unmerge" -> {
                status = 412;
                yield "{\"detail\":\"Look again.\"}";
            }
            case OF_KNOWN + "/identity" -> "{\"members\":[]}";
            case OF_KNOWN + "/attributes", OF_KNOWN + "/lookups" -> "[]";
            case OF_KNOWN + "/timeline" -> "{\"entries\":[]}";
            case OF_KNOWN + "/suggestions" -> "{\"suggestions\":[]}";
            case "/api/v1/board" -> """
                        {"queues":[{"queue":"german","waiting":2,"oldestWaitSeconds":40,"offered":1,"held":3}],
                         "agents":[{"agent":"anna","presence":"AVAILABLE","held":1,"offered":0}],
                         "at":"2026-01-01T00:00:00Z"}""";
            case "/api/v1/conversations/" + KNOWN + "/messages", OF_KNOWN + "/messages" -> "[]";
            case OF_KNOWN -> "{\"customerId\":\"" + KNOWN + "\"}";
            default -> {
                status = 404;
                yield "";
            }
        };
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void stop() {
        if (server != null) {
            server.stop(0);
        }
    }
}
