package io.switchboard.gateway.channel.messenger;

import com.fasterxml.jackson.databind.JsonNode;
import io.switchboard.contracts.message.Visibility;
import io.switchboard.gateway.attachment.Enclosure;
import io.switchboard.gateway.channel.messenger.GraphNotification.Change;
import io.switchboard.gateway.receiving.Arrival;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Translates what happens in public on a page: comments and posts of others are messages, the rest is counted. */
final class PublicPosts {
    static final String CHANNEL = "facebook";

    private static final Set<String> POSTS = Set.of("post", "status", "photo", "video", "share");
    private static final Set<String> APPLAUSE = Set.of("like", "reaction");

    private PublicPosts() {}

    /**
     * Translates a change.
     *
     * @param time the entry's, for changes that tell none of their own; seconds or milliseconds, as pages send both
     */
    static Finding find(String page, long time, @Nullable Change change) {
        if (change == null || !"feed".equals(change.field()) || change.value() == null) {
            return ignored(page, "unknown");
        }
        JsonNode value = change.value();
        String item = text(value, "item");
        boolean comment = "comment".equals(item);
        if (item != null && APPLAUSE.contains(item)) {
            return ignored(page, "reaction");
        }
        if (item == null || !(comment || POSTS.contains(item))) {
            return ignored(page, "unknown");
        }
        if (page.equals(text(value.path("from"), "id"))) {
            return ignored(page, "own-post");
        }
        String verb = text(value, "verb");
        if (!"add".equals(verb)) {
            return ignored(page, "remove".equals(verb) ? "deleted" : "edit");
        }
        String post = text(value, "post_id");
        String id = comment ? text(value, "comment_id") : post;
        if (id == null) {
            return ignored(page, "no-id");
        }
        return said(page, time, value, post == null ? id : post, id);
    }

    private static Finding said(String page, long time, JsonNode value, String post, String id) {
        String words = text(value, "message");
        List<Enclosure> enclosures = files(value);
        if (words == null && enclosures.isEmpty()) {
            return ignored(page, "empty");
        }
        String author = text(value.path("from"), "id");
        return new Finding.Said(
                page,
                new Arrival(
                        CHANNEL,
                        // Privacy settings can hide the author; two hidden authors must not become one person.
                        author == null ? "hidden:" + id : author,
                        text(value.path("from"), "name"),
                        post,
                        Visibility.PUBLIC,
                        null,
                        words == null ? "" : words,
                        enclosures,
                        id,
                        id.equals(post) ? List.of() : List.of(post),
                        sentAt(value, time)));
    }

    private static List<Enclosure> files(JsonNode value) {
        String photo = text(value, "photo");
        String url = photo == null ? text(value, "link") : photo;
        return url != null && (photo != null || "photo".equals(text(value, "item")))
                ? List.of(new Enclosure.Linked(null, "image/*", url))
                : List.of();
    }

    private static Instant sentAt(JsonNode value, long entryTime) {
        long created = value.path("created_time").asLong(0);
        long time = created > 0 ? created : entryTime;
        return time > 100_000_000_000L ? Instant.ofEpochMilli(time) : Instant.ofEpochSecond(time);
    }

    /** Ids come as text or as numbers. */
    private static @Nullable String text(JsonNode node, String field) {
        JsonNode value = node.path(field);
        return value.isValueNode() && !value.isNull() && !value.asText().isEmpty() ? value.asText() : null;
    }

    private static Finding ignored(String page, String kind) {
        return new Finding.Ignored(page, CHANNEL, kind);
    }
}
