package io.switchboard.platform.doors;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** A visitor of the web chat, who resends what was not acknowledged and asks for what was missed. */
public final class ChatDoor implements AutoCloseable {
    private static final String PROTOCOL = "switchboard.chat.v1";

    private final String gateway;
    private final String widget;
    private final String visitor;
    private final String token;
    private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
    private final Map<String, JsonNode> unacknowledged = new ConcurrentHashMap<>();
    private final List<JsonNode> replies = new CopyOnWriteArrayList<>();
    private volatile @Nullable Socket socket;

    private ChatDoor(String gateway, String widget, String visitor, String token) {
        this.gateway = gateway;
        this.widget = widget;
        this.visitor = visitor;
        this.token = token;
    }

    /** Comes to the widget as a new visitor; {@link #connect} opens the conversation. */
    public static ChatDoor visit(String gateway, String widget) throws InterruptedException {
        return visit(gateway, widget, Http.JSON.createObjectNode());
    }

    /** Comes to the widget as somebody of whom the website's server says by {@code identity}, a JWT, who they are. */
    public static ChatDoor signIn(String gateway, String widget, String identity) throws InterruptedException {
        return visit(gateway, widget, Http.JSON.createObjectNode().put("identity", identity));
    }

    private static ChatDoor visit(String gateway, String widget, JsonNode brought) throws InterruptedException {
        HttpResponse<String> answer =
                Http.send(HttpRequest.newBuilder(URI.create(gateway + "/chat/" + widget + "/visitors"))
                        .header("Origin", gateway)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(brought.toString())));
        if (answer.statusCode() / 100 != 2) {
            throw new IllegalStateException("The chat takes no visitors: " + answer.statusCode());
        }
        JsonNode body = Http.parse(answer.body());
        return new ChatDoor(
                gateway,
                widget,
                body.get("visitorId").asText(),
                body.get("token").asText());
    }

    /** Connects, again or for the first time, and sends what was not acknowledged. */
    public void connect() {
        String address = gateway.replaceFirst("^http", "ws") + "/chat/" + widget + "/socket";
        Socket opened =
                Socket.open(URI.create(address), Map.of("Origin", gateway), List.of(PROTOCOL, token), this::received);
        socket = opened;
        var resume = Http.JSON.createObjectNode().put("type", "resume");
        if (!replies.isEmpty()) {
            resume.put("after", replies.getLast().path("id").asText());
        }
        opened.send(resume);
        unacknowledged.values().forEach(opened::send);
    }

    /** Says something under an id of the visitor's own; it stays to be sent again until it is acknowledged. */
    public void say(String id, String text) {
        JsonNode message = Http.JSON
                .createObjectNode()
                .put("type", "message")
                .put("id", id)
                .put("text", text);
        unacknowledged.put(id, message);
        Socket open = socket;
        if (open != null && !open.closed()) {
            open.send(message);
        }
    }

    private void received(JsonNode message) {
        switch (message.path("type").asText()) {
            case "ack" -> {
                acknowledged.add(message.path("id").asText());
                unacknowledged.remove(message.path("id").asText());
            }
            case "reply" -> replies.add(message);
            default -> {
                // Typing signs and the like change nothing here.
            }
        }
    }

    /** Returns whether the connection is gone. */
    public boolean disconnected() {
        Socket open = socket;
        return open == null || open.closed();
    }

    /** Returns the ids that the gateway has acknowledged. */
    public Set<String> acknowledged() {
        return Set.copyOf(acknowledged);
    }

    /** Returns the replies that reached the visitor, in the order they came, doubles and all. */
    public List<JsonNode> replies() {
        return List.copyOf(replies);
    }

    /** Returns the visitor's id. */
    public String visitor() {
        return visitor;
    }

    @Override
    public void close() {
        Socket open = socket;
        if (open != null) {
            open.close();
        }
    }
}
