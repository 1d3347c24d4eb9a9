package io.switchboard.gateway.channel.messenger;

import static io.switchboard.gateway.channel.messenger.GraphFields.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.switchboard.gateway.channel.messenger.GraphNotification.Change;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Brings posts and comments of a page's feed into the form of their webhook, so that both are translated by the same rules. */
final class ToldPosts {
    /** What must be asked for of a post, beside its comments. */
    static final String POST = "id,created_time,updated_time,from,message,attachments{media_type,media{image{src}}}";

    /** What must be asked for of a comment. */
    static final String COMMENT = "id,created_time,from,message,attachment{type,media{image{src}}}";

    private ToldPosts() {}

    /** Finds what a post says. */
    static Finding post(String page, JsonNode post) {
        JsonNode attachment = post.path("attachments").path("data").path(0);
        boolean photo = "photo".equals(text(attachment, "media_type"));
        return find(page, post, change("post", text(post, "id"), post, photo ? source(attachment) : null));
    }

    /** Finds what a comment under a post says. */
    static Finding comment(String page, JsonNode post, JsonNode comment) {
        JsonNode attachment = comment.path("attachment");
        boolean photo = "photo".equals(text(attachment, "type"));
        ObjectNode change = change("comment", text(post, "id"), comment, photo ? source(attachment) : null);
        change.put("comment_id", text(comment, "id"));
        return find(page, comment, change);
    }

    private static ObjectNode change(String item, @Nullable String post, JsonNode told, @Nullable String photo) {
        ObjectNode change = JsonNodeFactory.instance.objectNode();
        change.put("item", item).put("verb", "add").put("post_id", post).put("photo", photo);
        change.put("message", text(told, "message"));
        change.set("from", told.path("from").isObject() ? told.path("from") : change.objectNode());
        Optional.ofNullable(GraphFields.time(told, "created_time"))
                .map(Instant::getEpochSecond)
                .ifPresent(created -> change.put("created_time", created));
        return change;
    }

    private static @Nullable String source(JsonNode attachment) {
        return text(attachment.path("media").path("image"), "src");
    }

    /** Without an author the page's own words can't be told from others': a token with too few permissions shows none. */
    private static Finding find(String page, JsonNode told, JsonNode change) {
        return text(told.path("from"), "id") == null
                ? new Finding.Ignored(page, PublicPosts.CHANNEL, "no-sender")
                : PublicPosts.find(page, 0, new Change("feed", change));
    }
}
