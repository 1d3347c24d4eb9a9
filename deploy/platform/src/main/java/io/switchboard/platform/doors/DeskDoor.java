package io.switchboard.platform.doors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** An agent's desk without the page: the WebSocket that the page uses, opened with a token. */
public final class DeskDoor implements AutoCloseable {
    private final Socket socket;

    private DeskDoor(Socket socket) {
        this.socket = socket;
    }

    /** Opens the desk of the agent whose token it is; {@code received} is given every message of the gateway. */
    public static DeskDoor open(String gateway, String token, Consumer<JsonNode> received) {
        URI address = URI.create(gateway.replaceFirst("^http", "ws") + "/desk/socket");
        return new DeskDoor(Socket.open(
                address, Map.of("Authorization", "Bearer " + token, "Origin", gateway), List.of(), received));
    }

    /** Says whether the agent takes work. */
    public void presence(String presence) {
        send("presence", Map.of("presence", presence));
    }

    /** Takes an offer. */
    public void accept(String offerId) {
        send("accept", Map.of("offerId", offerId));
    }

    /** Refuses an offer. */
    public void decline(String offerId, String reason) {
        send("decline", Map.of("offerId", offerId, "reason", reason));
    }

    /** Answers what the customer said up to {@code lastSeen}; the same {@code replyId} twice is the same answer. */
    public void reply(String replyId, String workItemId, String text, String lastSeen) {
        send("reply", Map.of("replyId", replyId, "workItemId", workItemId, "text", text, "lastSeen", lastSeen));
    }

    /** Ends the work, unless the customer has written after the message {@code lastSeen}. */
    public void complete(String workItemId, String disposition, String lastSeen) {
        send("complete", Map.of("workItemId", workItemId, "disposition", disposition, "lastSeen", lastSeen));
    }

    /** Returns whether the connection is gone. */
    public boolean disconnected() {
        return socket.closed();
    }

    private void send(String type, Map<String, String> fields) {
        ObjectNode message = Http.JSON.createObjectNode().put("type", type);
        fields.forEach(message::put);
        socket.send(message);
    }

    @Override
    public void close() {
        socket.close();
    }
}
