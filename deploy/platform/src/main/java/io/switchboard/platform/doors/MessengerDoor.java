package io.switchboard.platform.doors;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Speaks to the gateway as Meta does: webhooks signed over their raw bytes.
 *
 * @param gateway the gateway's address
 * @param app the app's name in the webhook address
 * @param secret the app's secret
 * @param page the page that is written to
 */
public record MessengerDoor(String gateway, String app, String secret, String page) {

    /** Returns the door of the local platform's Acme page. */
    public static MessengerDoor ofAcme(String gateway) {
        return new MessengerDoor(gateway, "acme-app", "local-acme-app-secret", "100200300");
    }

    /** Delivers a private message of a person, as {@code mid}; returns the status that the gateway answers. */
    public int message(String person, String mid, String text) throws InterruptedException {
        return post(messageBody(person, mid, text)).statusCode();
    }

    /** Delivers a public comment below a post of the page; returns the status that the gateway answers. */
    public int comment(String person, String name, String post, String commentId, String text)
            throws InterruptedException {
        return post(commentBody(person, name, post, commentId, text)).statusCode();
    }

    /** Sends a signed body. */
    public HttpResponse<String> post(String body) throws InterruptedException {
        return post(body.getBytes(UTF_8), signature(body.getBytes(UTF_8)));
    }

    /** Sends {@code body} with a signature that may be wrong. */
    public HttpResponse<String> post(byte[] body, String signature) throws InterruptedException {
        return Http.send(HttpRequest.newBuilder(URI.create(gateway + "/webhooks/messenger/" + app))
                .header("Content-Type", "application/json")
                .header("X-Hub-Signature-256", signature)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body)));
    }

    /** Returns the webhook of a private message. */
    public String messageBody(String person, String mid, String text) {
        ObjectNode root = Http.JSON.createObjectNode().put("object", "page");
        ObjectNode entry = root.putArray("entry").addObject().put("id", page).put("time", now());
        ObjectNode event = entry.putArray("messaging").addObject();
        event.putObject("sender").put("id", person);
        event.putObject("recipient").put("id", page);
        event.put("timestamp", now());
        event.putObject("message").put("mid", mid).put("text", text);
        return root.toString();
    }

    /** Returns the webhook of a public comment. */
    public String commentBody(String person, String name, String post, String commentId, String text) {
        ObjectNode root = Http.JSON.createObjectNode().put("object", "page");
        ObjectNode entry = root.putArray("entry").addObject().put("id", page).put("time", now());
        ObjectNode change = entry.putArray("changes").addObject().put("field", "feed");
        ObjectNode value = change.putObject("value")
                .put("item", "comment")
                .put("verb", "add")
                .put("post_id", page + "_" + post)
                .put("parent_id", page + "_" + post)
                .put("comment_id", post + "_" + commentId)
                .put("created_time", now() / 1000)
                .put("message", text);
        value.putObject("from").put("id", person).put("name", name);
        return root.toString();
    }

    /** Returns the value of X-Hub-Signature-256 for {@code body}. */
    public String signature(byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
            return "sha256=" + HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HmacSHA256", e);
        }
    }

    private static long now() {
        return System.currentTimeMillis();
    }
}
