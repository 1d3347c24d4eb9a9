package io.switchboard.bench.understanding;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.switchboard.contracts.EventTypes;
import io.switchboard.contracts.Topics;
import io.switchboard.understanding.posts.Post;
import io.switchboard.understanding.posts.Posts;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * The project's open posts as messages, again and again, spread over conversations of many tenants. A message's number is in
 * its id, so that whoever sees it knows its place; when it was due is in {@code receivedAt}.
 */
final class Feed {
    static final int CONVERSATIONS = 5_000;

    private static final int LETTERS = 26;
    private static final Path POSTS = Path.of("understanding", "open-data", "posts");
    /** Where each message has a word of its own: the service knows a text again that it has just judged. */
    private static final String HERE = "%word%";

    private static final long MESSAGE = 0x6D657373L;
    private static final long CONVERSATION = 0x636F6E76L;

    /** A post's JSON after the ids and the time, and the organisation that it is written to. */
    private record Template(String rest, String tenant) {}

    private final List<Template> templates;

    Feed() throws IOException {
        JsonMapper json = JsonMapper.builder().build();
        templates = Posts.read(POSTS).stream().map(post -> template(json, post)).toList();
    }

    private static Template template(JsonMapper json, Post post) {
        ObjectNode rest = json.createObjectNode();
        rest.put("tenant", post.industry())
                .put("centre", "main")
                .put("channel", "messenger")
                .put("account", post.brand())
                .put("handle", "42")
                .put("handleName", "Mia")
                .put("visibility", "PUBLIC")
                .put("text", post.text() + " " + HERE)
                .put("providerMessageId", "m_1")
                .put("sentAt", "2026-03-01T10:00:00Z");
        return new Template(rest.toString().substring(1) + "}", post.industry());
    }

    /** Returns which conversation the message belongs to: any, but always the same. */
    static int conversationOf(int number) {
        long mixed = (number + 1) * 0x9E3779B97F4A7C15L;
        return (int) Long.remainderUnsigned(mixed ^ (mixed >>> 32), CONVERSATIONS);
    }

    /** Returns the number of the message with this id. */
    static int numberOf(String messageId) {
        return (int) UUID.fromString(messageId).getLeastSignificantBits();
    }

    /** Letters, since numbers are all alike to the service. */
    private static String word(int number) {
        StringBuilder word = new StringBuilder("w");
        for (int rest = number; rest > 0; rest /= LETTERS) {
            word.append((char) ('a' + rest % LETTERS));
        }
        return word.toString();
    }

    ProducerRecord<String, byte[]> record(int number, Instant due) {
        Template post = templates.get(number % templates.size());
        String conversation = new UUID(CONVERSATION, conversationOf(number)).toString();
        String id = new UUID(MESSAGE, number).toString();
        String json = "{\"message\":{\"messageId\":\"" + id + "\",\"conversationId\":\"" + conversation
                + "\",\"receivedAt\":\"" + due + "\"," + post.rest().replace(HERE, word(number));
        var record = new ProducerRecord<>(Topics.MESSAGES_RECEIVED, conversation, json.getBytes(UTF_8));
        record.headers()
                .add("ce_specversion", "1.0".getBytes(UTF_8))
                .add("ce_id", id.getBytes(UTF_8))
                .add("ce_type", EventTypes.MESSAGE_RECEIVED.getBytes(UTF_8))
                .add("ce_source", "/bench".getBytes(UTF_8))
                .add("ce_subject", id.getBytes(UTF_8))
                .add("ce_time", due.toString().getBytes(UTF_8))
                .add("ce_tenant", post.tenant().getBytes(UTF_8))
                .add("ce_centre", "main".getBytes(UTF_8))
                .add("content-type", "application/json".getBytes(UTF_8));
        return record;
    }
}
