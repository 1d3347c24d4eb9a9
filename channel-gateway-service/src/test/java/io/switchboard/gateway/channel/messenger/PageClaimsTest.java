package io.switchboard.gateway.channel.messenger;

import static io.restassured.RestAssured.given;
import static io.switchboard.gateway.channel.messenger.Told.conversation;
import static io.switchboard.gateway.channel.messenger.Told.list;
import static io.switchboard.gateway.channel.messenger.Told.message;
import static io.switchboard.gateway.channel.messenger.Told.post;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.config.EncoderConfig;
import io.switchboard.contracts.message.Message;
import io.switchboard.gateway.conversation.Identities;
import io.switchboard.gateway.world.Outside;
import io.switchboard.gateway.world.Provider;
import io.switchboard.gateway.world.Provider.Answer;
import io.switchboard.platform.testing.KafkaResource;
import io.switchboard.platform.testing.RedisResource;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What a page itself says was written to it, held against what webhooks brought. */
@QuarkusTest
@WithTestResource(KafkaResource.class)
@WithTestResource(RedisResource.class)
@WithTestResource(Outside.class)
class PageClaimsTest extends PageTest {
    @Test
    void aMessageThatNoWebhookBroughtIsClaimedAndTakenIn() {
        double before = caughtUp("messenger");
        tell(CONVERSATIONS, conversation("t_1", lately, list(null, message("m_lost", "4711", lately, "Is it lost?"))));

        awaitClaims(id("messenger", "m_lost"));
        Message message = messages(1).getFirst();
        assertThat(message.messageId()).isEqualTo(id("messenger", "m_lost"));
        assertThat(message.conversationId()).isEqualTo(Identities.conversation("messenger", PAGE, "4711"));
        assertThat(message.handle()).isEqualTo("4711");
        assertThat(message.text()).isEqualTo("Is it lost?");
        assertThat(message.tenant()).isEqualTo("acme");
        assertThat(message.sentAt()).isEqualTo(Instant.ofEpochSecond(lately.getEpochSecond()));
        awaitLooks(2);
        assertThat(messages(0)).isEmpty();
        assertThat(caughtUp("messenger")).isEqualTo(before + 1);
    }

    @Test
    void whatAWebhookBroughtIsClaimedUnderTheSameIdAndTakenOnce() {
        deliver(Webhook.textMessage("m_both"));
        UUID id = messages(1).getFirst().messageId();

        tell(CONVERSATIONS, conversation("t_1", lately, list(null, message("m_both", "4711", lately, "Hello"))));
        awaitClaims(id);
        awaitLooks(2);
        assertThat(messages(0)).isEmpty();
    }

    @Test
    void aWebhookThatComesLateBringsTheSameMessage() {
        tell(CONVERSATIONS, conversation("t_1", lately, list(null, message("m_late", "4711", lately, "Hello"))));
        awaitLooks(1);
        UUID id = messages(1).getFirst().messageId();
        deliver(Webhook.textMessage("m_late"));
        assertThat(id).isEqualTo(id("messenger", "m_late"));
        assertThat(messages(0)).isEmpty();
    }

    @Test
    void exactlyWhatPeopleWroteIsClaimedOverAllPagesUntilTheTimeIsReached() {
        Instant old = now.minus(Duration.ofDays(2));
        provider.tell(
                        CONVERSATIONS,
                        null,
                        Answer.of(
                                200,
                                list(
                                        "c2",
                                        conversation(
                                                "t_long",
                                                lately,
                                                list(
                                                        "m2",
                                                        message("m_p4", "1", lately, "four"),
                                                        message("m_own", PAGE, lately, "an answer"),
                                                        message("m_p3", "1", lately.minusSeconds(1), "three"))),
                                        conversation("t_quiet", lately, "{\"data\":[]}"))))
                .tell(
                        "t_long/messages",
                        "m2",
                        Answer.of(
                                200,
                                list(
                                        "m3",
                                        message("m_p2", "1", lately.minusSeconds(2), "two"),
                                        message("m_p1", "1", lately.minusSeconds(3), "one"),
                                        message("m_old", "1", old, "long ago"))))
                .tell(
                        "t_long/messages",
                        "m3",
                        Answer.of(200, list(null, message("m_never", "1", lately, "never read"))))
                .tell(
                        CONVERSATIONS,
                        "c2",
                        Answer.of(
                                200,
                                list(
                                        "c3",
                                        conversation("t_2", lately, list(null, message("m_p5", "2", lately, ""))),
                                        conversation("t_3", lately, list(null, sticker("m_p6"))),
                                        conversation(
                                                "t_4",
                                                now,
                                                list(null, message("m_young", "3", now.plusSeconds(300), "now"))))))
                .tell(
                        CONVERSATIONS,
                        "c3",
                        Answer.of(
                                200,
                                list(
                                        "c4",
                                        conversation(
                                                "t_5", old, list(null, message("m_older", "5", lately, "not read"))))));

        UUID[] expected = {
            id("messenger", "m_p1"),
            id("messenger", "m_p2"),
            id("messenger", "m_p3"),
            id("messenger", "m_p4"),
            id("messenger", "m_p6")
        };
        awaitClaims(expected);
        awaitLooks(3);
        collect();
        assertThat(claims).containsExactlyInAnyOrder(expected);
        assertThat(provider.looks())
                .extracting(Provider.Request::path)
                .noneMatch(path ->
                        path.contains("after=c4") || path.contains("after=m3") || path.contains("after=the-end"));
        // A conversation's messages come in the order in which they were written.
        assertThat(messages(5))
                .filteredOn(message -> message.handle().equals("1"))
                .extracting(Message::text)
                .containsExactly("one", "two", "three", "four");
    }

    @Test
    void publicPostsAndCommentsAreClaimedUnderTheWebhooksIds() {
        deliver(Webhook.body("comment-by-a-visitor"));
        UUID brought = messages(1).getFirst().messageId();
        Instant old = now.minus(Duration.ofDays(3));
        String comments = list(
                "k2",
                message("555_777", "9001", lately, "My refund never came"),
                message("555_778", PAGE, lately, "We are on it"),
                "{\"id\":\"555_779\",\"created_time\":\"" + Told.time(lately) + "\",\"message\":\"by nobody\"}");
        provider.tell(
                        FEED,
                        null,
                        Answer.of(
                                200,
                                list(
                                        null,
                                        post(PAGE + "_600", "9002", lately, "Is anybody there?", "{\"data\":[]}"),
                                        message(PAGE + "_601", PAGE, lately, "News of ours"),
                                        post(PAGE + "_555", PAGE, old, "Old news", comments))))
                .tell(
                        PAGE + "_555/comments",
                        "k2",
                        Answer.of(
                                200,
                                list(
                                        null,
                                        message("555_776", "9003", lately.minusSeconds(9), "Same here"),
                                        message("555_1", "9003", old, "an old comment"))));

        UUID[] expected = {brought, id("facebook", PAGE + "_600"), id("facebook", "555_776")};
        awaitClaims(expected);
        awaitLooks(2);
        collect();
        assertThat(claims).containsExactlyInAnyOrder(expected);
        assertThat(messages(2))
                .extracting(Message::providerMessageId, Message::conversationId)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple(
                                PAGE + "_600", Identities.conversation("facebook", PAGE, PAGE + "_600")),
                        org.assertj.core.groups.Tuple.tuple(
                                "555_776", Identities.conversation("facebook", PAGE, PAGE + "_555")));
    }

    @Test
    void aLookThatCameToItsEndIsRememberedOverRestarts() {
        Instant before = Instant.now();
        awaitSeen(() -> Instant.parse(redis.value(String.class).get("gateway:looked:facebook:" + PAGE))
                .isAfter(before));
    }

    @Test
    void theTokenIsInTheHeaderAndNowhereElse() {
        awaitLooks(1);
        assertThat(provider.looks())
                .filteredOn(look -> look.path().contains(PAGE))
                .isNotEmpty()
                .allSatisfy(look -> {
                    assertThat(look.authorization()).isEqualTo("Bearer local-acme-page-token");
                    assertThat(look.path()).doesNotContain("token");
                });
    }

    private String sticker(String id) {
        return "{\"id\":\"" + id + "\",\"created_time\":\"" + Told.time(lately)
                + "\",\"from\":{\"id\":\"6\"},\"message\":\"\",\"sticker\":\"" + provider.url()
                + "/files/sticker.png\"}";
    }

    private static void deliver(byte[] body) {
        given().config(io.restassured.RestAssured.config()
                        .encoderConfig(EncoderConfig.encoderConfig()
                                .appendDefaultContentCharsetToContentTypeIfUndefined(false)))
                .contentType("application/json")
                .header(HubSignature.HEADER, Webhook.signature(body, "local-acme-app-secret"))
                .body(body)
                .post("/webhooks/messenger/acme-app")
                .then()
                .statusCode(200);
    }
}
