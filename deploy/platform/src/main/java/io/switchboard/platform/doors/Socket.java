package io.switchboard.platform.doors;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A WebSocket that carries JSON objects. */
public final class Socket implements AutoCloseable {
    private final WebSocket socket;
    private final ReentrantLock sending = new ReentrantLock();

    private Socket(WebSocket socket) {
        this.socket = socket;
    }

    /**
     * Opens a socket.
     *
     * @param headers of the handshake
     * @param protocols the subprotocols to offer, the wanted one first; may be empty
     * @param received is given each object, one after the other
     * @throws CompletionException when the server refuses
     */
    public static Socket open(
            URI address, Map<String, String> headers, List<String> protocols, Consumer<JsonNode> received) {
        WebSocket.Builder builder = Http.CLIENT.newWebSocketBuilder().connectTimeout(Duration.ofSeconds(10));
        headers.forEach(builder::header);
        if (!protocols.isEmpty()) {
            builder.subprotocols(
                    protocols.getFirst(), protocols.subList(1, protocols.size()).toArray(String[]::new));
        }
        return new Socket(builder.buildAsync(address, new Frames(received)).join());
    }

    /** Sends an object. */
    public void send(JsonNode object) {
        sending.lock();
        try {
            socket.sendText(object.toString(), true).join();
        } finally {
            sending.unlock();
        }
    }

    /** Returns whether nothing can be sent any more. */
    public boolean closed() {
        return socket.isOutputClosed() || socket.isInputClosed();
    }

    @Override
    public void close() {
        socket.abort();
    }

    private static final class Frames implements WebSocket.Listener {
        private final StringBuilder text = new StringBuilder();
        private final Consumer<JsonNode> received;

        Frames(Consumer<JsonNode> received) {
            this.received = received;
        }

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence part, boolean last) {
            text.append(part);
            if (last) {
                JsonNode object = Http.parse(text.toString());
                text.setLength(0);
                received.accept(object);
            }
            socket.request(1);
            return null;
        }
    }
}
