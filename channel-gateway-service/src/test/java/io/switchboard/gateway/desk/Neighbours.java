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
        String path = exchange.getRequestURI().getPath();
        String body = switch (path) {
            case "/api/v1/board" -> """
                        {"queues":[{"queue":"german","waiting":2,"oldestWaitSeconds":40,"offered":1,"held":3}],
                         "agents":[{"agent":"anna","presence":"AVAILABLE","held":1,"offered":0}],
                         "at":"2026-01-01T00:00:00Z"}""";
            case "/api/v1/conversations/" + KNOWN + "/messages", "/api/v1/customers/" + KNOWN + "/messages" -> "[]";
            case "/api/v1/customers/" + KNOWN -> "{\"customerId\":\"" + KNOWN + "\"}";
            default -> "";
        };
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(body.isEmpty() ? 404 : 200, bytes.length == 0 ? -1 : bytes.length);
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
