package io.switchboard.gateway.desk.socket;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.switchboard.kit.event.EventJson;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;

/** A real socket, as a front end with a bearer token opens it. */
public final class DeskClient implements WebSocket.Listener, AutoCloseable {
    public final List<JsonNode> messages = new CopyOnWriteArrayList<>();
    public final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private final StringBuilder partial = new StringBuilder();
    private WebSocket socket;

    public static DeskClient open(URI base, String token) {
        return open(base, Map.of("Authorization", "Bearer " + token));
    }

    public static DeskClient open(URI base, Map<String, String> headers) {
        var client = new DeskClient();
        var builder = HttpClient.newHttpClient().newWebSocketBuilder();
        headers.forEach(builder::header);
        client.socket = builder.buildAsync(at(base), client).join();
        return client;
    }

    public static URI at(URI base) {
        return URI.create("ws://" + base.getHost() + ":" + base.getPort() + "/desk/socket");
    }

    public void send(String json) {
        socket.sendText(json, true).join();
    }

    /** Returns the first message of a type, waiting for it. */
    public JsonNode awaitType(String type) {
        return awaitType(type, 1);
    }

    /** Returns the n-th message of a type, waiting for it. */
    public JsonNode awaitType(String type, int n) {
        await("message " + type)
                .atMost(Duration.ofSeconds(15))
                .until(() -> ofType(type).size() >= n);
        return ofType(type).get(n - 1);
    }

    public List<JsonNode> ofType(String type) {
        return messages.stream()
                .filter(message -> message.path("type").asText().equals(type))
                .toList();
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        partial.append(data);
        if (last) {
            try {
                messages.add(EventJson.MAPPER.readTree(partial.toString()));
            } catch (Exception notJson) {
                closed.completeExceptionally(notJson);
            }
            partial.setLength(0);
        }
        from.request(1);
        return null;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket from, int status, String reason) {
        closed.complete(status);
        return null;
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
        closed.completeExceptionally(error);
    }

    @Override
    public void close() {
        socket.abort();
    }
}
