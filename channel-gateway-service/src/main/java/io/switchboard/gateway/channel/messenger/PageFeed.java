package io.switchboard.gateway.channel.messenger;

import com.fasterxml.jackson.databind.JsonNode;
import io.switchboard.gateway.receiving.Arrival;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** What is public on a page: posts, the newest first, each with the comments under it. A new comment does not move its post. */
@ApplicationScoped
class PageFeed implements PageLists {
    private static final String COMMENTS = "comments";
    private static final String AT_ONCE = "50";
    /** Answers to comments too, as webhooks tell of them. */
    private static final String ALL = "stream";

    private static final String NEWEST = "reverse_chronological";

    private static final Map<String, String> POSTS = Map.of(
            "limit",
            "25",
            "fields",
            ToldPosts.POST + "," + COMMENTS + ".filter(" + ALL + ").order(" + NEWEST + ").limit(" + AT_ONCE + "){"
                    + ToldPosts.COMMENT + "}");
    private static final Map<String, String> FURTHER =
            Map.of("filter", ALL, "order", NEWEST, "limit", AT_ONCE, "fields", ToldPosts.COMMENT);

    private final GraphConfig config;

    PageFeed(GraphConfig config) {
        this.config = config;
    }

    @Override
    public String channel() {
        return PublicPosts.CHANNEL;
    }

    @Override
    public void read(PageReader reader, String page, Window window, Consumer<List<Arrival>> found)
            throws NoAnswerException {
        Instant oldest = window.until().minus(config.claimPosts());
        reader.read("feed", POSTS, posts -> {
            List<Arrival> arrivals = new ArrayList<>();
            for (JsonNode post : window.within(posts)) {
                add(ToldPosts.post(page, post), arrivals);
            }
            for (JsonNode post : posts) {
                arrivals.addAll(comments(reader, page, post, window));
            }
            found.accept(arrivals);
            return Window.goesOn(posts, "created_time", oldest);
        });
    }

    private static List<Arrival> comments(PageReader reader, String page, JsonNode post, Window window)
            throws NoAnswerException {
        List<Arrival> arrivals = new ArrayList<>();
        reader.readInner(post, COMMENTS, FURTHER, comments -> {
            window.within(comments).forEach(comment -> add(ToldPosts.comment(page, post, comment), arrivals));
            return window.goesOn(comments);
        });
        return arrivals.reversed();
    }

    private static void add(Finding finding, List<Arrival> arrivals) {
        if (finding instanceof Finding.Said said) {
            arrivals.add(said.arrival());
        }
    }
}
