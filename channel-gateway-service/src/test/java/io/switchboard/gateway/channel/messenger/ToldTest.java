package io.switchboard.gateway.channel.messenger;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.switchboard.gateway.attachment.Enclosure;
import io.switchboard.gateway.receiving.Arrival;
import io.switchboard.kit.event.EventJson;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the Graph API tells is the same message as the webhook's of the same moment. */
class ToldTest {
    private static final String PAGE = "100200300";

    @Test
    void aMessageIsTheOneOfItsWebhook() throws Exception {
        assertThat(message("""
                {"id":"@MID@","created_time":"2026-01-01T00:00:00+0000","from":{"id":"4711000000000001","name":"Carla"},
                "message":"Grüß Gott, my card was charged twice 😡"}""")).isEqualTo(webhook("text-message"));
    }

    @Test
    void aCommentIsTheOneOfItsWebhook() throws Exception {
        assertThat(((Finding.Said) ToldPosts.comment(PAGE, json("{\"id\":\"100200300_555\"}"), json("""
                        {"id":"555_777","created_time":"2026-01-01T00:00:00+0000",
                        "from":{"id":"9001","name":"Vera Visitor"},"message":"My refund never came"}"""))).arrival())
                .isEqualTo(webhook("comment-by-a-visitor"));
    }

    @Test
    void aPostIsTheOneOfItsWebhook() throws Exception {
        assertThat(((Finding.Said) ToldPosts.post(PAGE, json("""
                        {"id":"100200300_600","created_time":"2026-01-01T00:00:00+0000","updated_time":"2026-01-02T00:00:00+0000",
                        "from":{"id":"9002","name":"Paul Poster"},"message":"Is anybody there?"}"""))).arrival())
                .isEqualTo(webhook("post-by-a-visitor-and-comment-by-a-hidden-one"));
    }

    @Test
    void filesAndStickersAreFetchedAndSharesToldInWords() throws Exception {
        assertThat(message("""
                {"id":"m_1","created_time":"2026-01-01T00:00:00+0000","from":{"id":"1"},"message":"","attachments":{"data":[
                {"mime_type":"image/jpeg","name":"a.jpg","image_data":{"url":"https://cdn.example/a","width":1}},
                {"mime_type":"video/mp4","name":"b.mp4","video_data":{"url":"https://cdn.example/b"}},
                {"mime_type":"audio/mpeg","file_url":"https://cdn.example/c"},
                {"mime_type":"application/pdf","name":"d.pdf","file_url":"https://cdn.example/d"},
                {"name":"gone.txt"}]},"sticker":"https://cdn.example/e"}""").enclosures())
                .containsExactly(
                        new Enclosure.Linked("a.jpg", "image/*", "https://cdn.example/a"),
                        new Enclosure.Linked("b.mp4", "video/*", "https://cdn.example/b"),
                        new Enclosure.Linked(null, "audio/*", "https://cdn.example/c"),
                        new Enclosure.Linked("d.pdf", "application/octet-stream", "https://cdn.example/d"),
                        new Enclosure.Missing("gone.txt", "application/octet-stream", "not-fetched"),
                        new Enclosure.Linked(null, "image/*", "https://cdn.example/e"));
        assertThat(message("""
                {"id":"m_2","created_time":"2026-01-01T00:00:00+0000","from":{"id":"1"},
                "shares":{"data":[{"name":"A shop","link":"https://shop.example/"}]}}""").text()).isEqualTo("[fallback] A shop https://shop.example/");
    }

    @Test
    void whatNobodySaidIsNotToBeReceived() throws Exception {
        assertThat(List.of(
                        ToldMessages.find(
                                PAGE, json("{\"id\":\"m_1\",\"from\":{\"id\":\"100200300\"},\"message\":\"x\"}")),
                        ToldMessages.find(PAGE, json("{\"id\":\"m_1\",\"from\":{\"id\":\"1\"},\"message\":\"\"}")),
                        ToldMessages.find(PAGE, json("{\"id\":\"m_1\",\"from\":{\"id\":\"1\"},\"message\":{\"a\":1}}")),
                        ToldMessages.find(PAGE, json("{\"from\":{\"id\":\"1\"},\"message\":\"x\"}")),
                        ToldMessages.find(PAGE, json("{\"id\":\"m_1\",\"message\":\"x\"}")),
                        ToldPosts.post(PAGE, json("{\"id\":\"1_2\",\"message\":\"perhaps the page's own\"}")),
                        ToldPosts.post(
                                PAGE, json("{\"id\":\"1_2\",\"from\":{\"id\":\"100200300\"},\"message\":\"x\"}"))))
                .extracting(finding -> ((Finding.Ignored) finding).kind())
                .containsExactly("echo", "empty", "empty", "no-id", "no-sender", "no-sender", "own-post");
    }

    private static Arrival message(String json) throws Exception {
        return ((Finding.Said) ToldMessages.find(PAGE, json(json))).arrival();
    }

    private static JsonNode json(String json) throws Exception {
        return EventJson.MAPPER.readTree(json);
    }

    private static Arrival webhook(String scenario) {
        var body = EventJson.read(Webhook.body(scenario), GraphNotification.class);
        return ((Finding.Said) PageEvents.in(body).getFirst()).arrival();
    }
}
