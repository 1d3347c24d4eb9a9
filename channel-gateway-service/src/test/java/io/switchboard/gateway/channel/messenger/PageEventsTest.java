package io.switchboard.gateway.channel.messenger;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.contracts.message.Visibility;
import io.switchboard.gateway.attachment.Enclosure;
import io.switchboard.gateway.receiving.Arrival;
import io.switchboard.kit.event.EventJson;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class PageEventsTest {
    private static final String PAGE = "100200300";

    @Test
    void aTextIsAMessage() {
        assertThat(find("text-message"))
                .containsExactly(new Finding.Said(
                        PAGE,
                        new Arrival(
                                "messenger",
                                "4711000000000001",
                                null,
                                "4711000000000001",
                                Visibility.PRIVATE,
                                null,
                                "Grüß Gott, my card was charged twice 😡",
                                List.of(),
                                "@MID@",
                                List.of(),
                                Instant.ofEpochMilli(1767225600000L))));
    }

    @Test
    void whatNoCustomerSaidIsCountedByKind() {
        assertThat(find("nothing-a-customer-said"))
                .containsExactly(
                        ignored("messenger", "echo"),
                        ignored("messenger", "delivery-receipt"),
                        ignored("messenger", "read-receipt"),
                        ignored("messenger", "reaction"),
                        ignored("messenger", "edit"),
                        ignored("messenger", "unknown"),
                        ignored("messenger", "empty"),
                        ignored("messenger", "no-sender"),
                        ignored("messenger", "standby"));
    }

    @Test
    void aButtonSaysItsCaption() {
        assertThat(said("postback-and-quick-reply"))
                .extracting(Arrival::text, Arrival::providerMessageId)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("Lost my card", "m_button"),
                        org.assertj.core.groups.Tuple.tuple("Get Started", "postback:4711:1767225600500"),
                        org.assertj.core.groups.Tuple.tuple("Yes", "m_quick"));
    }

    @Test
    void filesAreFetchedLaterAndPlacesToldInWords() {
        List<Arrival> arrivals = said("photo-location-and-sticker");
        assertThat(arrivals.getFirst().enclosures())
                .containsExactly(
                        new Enclosure.Linked(null, "image/*", "https://cdn.example/a.png"),
                        new Enclosure.Linked(null, "application/octet-stream", "https://cdn.example/b.pdf"));
        assertThat(arrivals.getLast().text()).isEqualTo("[location] 48.2, 16.37");
    }

    @Test
    void aCommentIsAPublicMessageInItsPostsThread() {
        assertThat(said("comment-by-a-visitor"))
                .containsExactly(new Arrival(
                        "facebook",
                        "9001",
                        "Vera Visitor",
                        "100200300_555",
                        Visibility.PUBLIC,
                        null,
                        "My refund never came",
                        List.of(),
                        "555_777",
                        List.of("100200300_555"),
                        Instant.ofEpochSecond(1767225600)));
    }

    @Test
    void aPostAndACommentUnderItAreOneThreadAndHiddenAuthorsStayApart() {
        assertThat(said("post-by-a-visitor-and-comment-by-a-hidden-one"))
                .extracting(Arrival::thread, Arrival::handle)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("100200300_600", "9002"),
                        org.assertj.core.groups.Tuple.tuple("100200300_600", "hidden:600_1"));
    }

    @Test
    void ownPostsAndApplauseAreCounted() {
        assertThat(find("public-things-that-need-no-answer"))
                .containsExactly(
                        ignored("facebook", "own-post"),
                        ignored("facebook", "own-post"),
                        ignored("facebook", "reaction"),
                        ignored("facebook", "reaction"),
                        ignored("facebook", "edit"),
                        ignored("facebook", "deleted"),
                        ignored("facebook", "unknown"));
    }

    private static Finding ignored(String channel, String kind) {
        return new Finding.Ignored(PAGE, channel, kind);
    }

    private static List<Finding> find(String scenario) {
        return PageEvents.in(EventJson.read(Webhook.body(scenario), GraphNotification.class));
    }

    private static List<Arrival> said(String scenario) {
        return find(scenario).stream()
                .map(finding -> ((Finding.Said) finding).arrival())
                .toList();
    }
}
