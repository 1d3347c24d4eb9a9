package io.switchboard.gateway.channel.webchat;

import com.fasterxml.jackson.databind.JsonNode;
import io.switchboard.kit.event.EventJson;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/** A browser's socket, over a real connection. */
final class Browser implements WebSocket.Listener, AutoCloseable {
    private final List<JsonNode> heard = new CopyOnWriteArrayList<>();
    private final StringBuilder partial = new StringBuilder();
    private WebSocket socket;
    private volatile boolean closed;

    static Browser open(URI server, String widget, String origin, String token) throws Exception {
        Browser browser = new Browser();
        browser.socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .header("Origin", origin)
                .subprotocols("switchboard.chat.v1", token)
                .buildAsync(URI.create("ws://127.0.0.1:" + server.getPort() + "/chat/" + widget + "/socket"), browser)
                .get(5, TimeUnit.SECONDS);
        return browser;
    }

    Browser say(String json) {
        socket.sendText(json, true).join();
        return this;
    }

    /** Waits for the first message of a type, or the next after {@code skip} of them. */
    JsonNode hear(String type, int skip) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .until(
                        () -> heard.stream()
                                .filter(each -> each.path("type").asText().equals(type))
                                .skip(skip)
                                .findFirst(),
                        found -> found.isPresent())
                .get();
    }

    List<String> texts() {
        return heard.stream()
                .filter(each -> each.path("type").asText().equals("reply"))
                .map(each -> each.path("text").asText())
                .toList();
    }

    boolean isClosed() {
        return closed;
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        partial.append(data);
        if (last) {
            try {
                heard.add(EventJson.MAPPER.readTree(partial.toString()));
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
            partial.setLength(0);
        }
        from.request(1);
        return null;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket from, int status, String reason) {
        closed = true;
        return null;
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
        closed = true;
    }

    /** Goes without a word, as a browser in a tunnel does. */
    @Override
    public void close() {
        socket.abort();
    }
}
