package io.switchboard.gateway.channel.webchat;

import static io.restassured.RestAssured.given;
import static io.switchboard.gateway.channel.webchat.Chats.ORIGIN;
import static io.switchboard.gateway.channel.webchat.Chats.reply;
import static io.switchboard.gateway.channel.webchat.Chats.request;
import static io.switchboard.gateway.channel.webchat.Chats.visitor;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.switchboard.contracts.Topics;
import io.switchboard.contracts.message.MessageReceived;
import io.switchboard.contracts.reply.ReplySettled;
import io.switchboard.gateway.conversation.Identities;
import io.switchboard.gateway.world.Engine;
import io.switchboard.gateway.world.Outside;
import io.switchboard.gateway.world.Topic;
import io.switchboard.platform.testing.KafkaResource;
import io.switchboard.platform.testing.RedisResource;
import java.net.URI;
import java.net.http.WebSocketHandshakeException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(KafkaResource.class)
@WithTestResource(RedisResource.class)
@WithTestResource(Outside.class)
class WebChatTest {
    @TestHTTPResource
    URI server;

    @Test
    void aMessageIsAcknowledgedWhenItIsPublishedAndTheSameAgainIsNoOther() throws Exception {
        JsonPath visitor = visitor(null);
        String id = UUID.randomUUID().toString();
        try (var received = Topic.fromNowOn(Topics.MESSAGES_RECEIVED)) {
            try (var browser = open(visitor)) {
                assertThat(browser.hear("ready", 0).path("visitorId").asText())
                        .isEqualTo(visitor.getString("visitorId"));
                browser.say(message(id, "Hello <b>there</b>"));
                assertThat(browser.hear("ack", 0).path("id").asText()).isEqualTo(id);
            }
            try (var browser = open(visitor)) {
                browser.say(message(id, "Hello <b>there</b>"));
                assertThat(browser.hear("ack", 0).path("id").asText()).isEqualTo(id);
            }
            var events = received.events(1, MessageReceived.class);
            assertThat(events).hasSize(1);
            var message = events.getFirst().message();
            assertThat(message.channel()).isEqualTo("webchat");
            assertThat(message.account()).isEqualTo("acme-web");
            assertThat(message.tenant()).isEqualTo("acme");
            assertThat(message.text()).isEqualTo("Hello <b>there</b>");
            assertThat(message.handle()).isEqualTo(visitor.getString("visitorId"));
            assertThat(message.conversationId())
                    .isEqualTo(Identities.conversation("webchat", "acme-web", visitor.getString("visitorId")));
        }
    }

    @Test
    void repliesReachTheVisitorOnceAndWaitForOneWhoLeft() throws Exception {
        JsonPath visitor = visitor(null);
        try (var settled = Topic.fromNowOn(Topics.REPLIES_SETTLED)) {
            String last;
            try (var browser = open(visitor)) {
                browser.hear("ready", 0);
                browser.say("{\"type\":\"resume\",\"after\":\"0\"}");
                var reply = reply(visitor, "first");
                request(reply);
                request(reply);
                last = browser.hear("reply", 0).path("id").asText();
                assertThat(settled.events(2, ReplySettled.class))
                        .extracting(ReplySettled::providerMessageId)
                        .containsOnly(last);
                assertThat(browser.texts()).containsExactly("first");
            }
            request(reply(visitor, "second"));
            assertThat(settled.events(1, ReplySettled.class).getFirst().outcome())
                    .isEqualTo(ReplySettled.Outcome.SENT);
            try (var browser = open(visitor)) {
                browser.hear("ready", 0);
                browser.say("{\"type\":\"resume\",\"after\":\"" + last + "\"}");
                assertThat(browser.hear("reply", 0).path("text").asText()).isEqualTo("second");
                request(reply(visitor, "third"));
                browser.hear("reply", 1);
                assertThat(browser.texts()).containsExactly("second", "third");
            }
        }
    }

    @Test
    void aMessageThatKafkaDidNotTakeIsNotAcknowledged() throws Exception {
        try (var browser = open(visitor(null))) {
            browser.hear("ready", 0);
            String id = UUID.randomUUID().toString();
            try (var halted = Engine.haltKafka()) {
                browser.say(message(id, "during the outage"));
                var refused = browser.hear("refused", 0);
                assertThat(refused.path("id").asText()).isEqualTo(id);
                assertThat(refused.path("reason").asText()).isEqualTo("try-again");
            }
            Thread.sleep(3000);
            browser.say(message(id, "during the outage"));
            assertThat(browser.hear("ack", 0).path("id").asText()).isEqualTo(id);
        }
    }

    @Test
    void whatCantBeTakenIsRefusedWithAReason() throws Exception {
        try (var browser = open(visitor(null))) {
            browser.hear("ready", 0);
            String id = UUID.randomUUID().toString();
            List<String> bad = List.of(
                    "x",
                    "{\"type\":\"message\",\"id\":\"1\",\"text\":\"x\"}",
                    "{\"type\":\"attack\"}",
                    message(id, " "),
                    message(id, "x".repeat(4001)));
            bad.forEach(browser::say);
            List<String> reasons = List.of("malformed", "malformed", "malformed", "empty", "too-long");
            for (int at = 0; at < bad.size(); at++) {
                assertThat(browser.hear("refused", at).path("reason").asText()).isEqualTo(reasons.get(at));
            }
            for (int time = 0; time < 25; time++) {
                browser.say(message(UUID.randomUUID().toString(), "flood"));
            }
            assertThat(browser.hear("refused", 5).path("reason").asText()).isEqualTo("too-fast");
        }
    }

    @Test
    void aGiantFrameClosesTheSocket() throws Exception {
        try (var browser = open(visitor(null))) {
            browser.hear("ready", 0);
            try {
                browser.say("x".repeat(200_000));
            } catch (RuntimeException closedMeanwhile) {
                // The server may close before all of it is written.
            }
            org.awaitility.Awaitility.await().until(browser::isClosed);
        }
    }

    @Test
    void onlyAllowedWebsitesAndGoodTokensGetIn() {
        String token = visitor(null).getString("token");
        assertRefused("acme-web", "http://evil.example", token, 403);
        assertRefused("acme-web", "http://localhost.evil.example", token, 403);
        assertRefused("acme-web", "http://localhost:80.evil.example", token, 403);
        assertRefused("acme-web", "null", token, 403);
        assertRefused("acme-web", ORIGIN, "v1.x.y.z", 401);
        assertRefused(
                "acme-web", ORIGIN, token.substring(0, token.length() - 1) + (token.endsWith("A") ? "E" : "A"), 401);
        assertRefused("globex-web", ORIGIN, token, 401);
        assertRefused("no-such-widget", ORIGIN, token, 404);
        given().header("Origin", "http://evil.example")
                .post("/chat/acme-web/visitors")
                .then()
                .statusCode(403);
        given().post("/chat/acme-web/visitors").then().statusCode(403);
        given().header("Origin", ORIGIN).post("/chat/none/visitors").then().statusCode(404);
    }

    @Test
    void aTokenIsRenewedForTheSameVisitor() {
        JsonPath first = visitor(null);
        assertThat(visitor(first.getString("token")).getString("visitorId")).isEqualTo(first.getString("visitorId"));
        assertThat(visitor("nonsense").getString("visitorId")).isNotEqualTo(first.getString("visitorId"));
    }

    @Test
    void thePageIsThereWithAStrictPolicy() {
        given().get("/chat/acme-web")
                .then()
                .statusCode(200)
                .contentType(containsString("text/html"))
                .header("Content-Security-Policy", containsString("default-src 'none'"))
                .header("Content-Security-Policy", containsString("frame-ancestors 'self' http://localhost:*"))
                .body(containsString("/chat/chat.js"));
        for (String file : List.of(
                "chat.js", "door.js", "line.js", "memory.js", "view.js", "website.js", "chat.css", "icon.svg")) {
            given().get("/chat/" + file).then().statusCode(200);
        }
        given().get("/chat/none").then().statusCode(404);
    }

    private void assertRefused(String widget, String origin, String token, int status) {
        assertThatThrownBy(() -> Browser.open(server, widget, origin, token))
                .cause()
                .isInstanceOfSatisfying(
                        WebSocketHandshakeException.class,
                        refusal ->
                                assertThat(refusal.getResponse().statusCode()).isEqualTo(status));
    }

    private Browser open(JsonPath visitor) throws Exception {
        return Browser.open(server, "acme-web", ORIGIN, visitor.getString("token"));
    }

    private static String message(String id, String text) {
        return "{\"type\":\"message\",\"id\":\"" + id + "\",\"text\":\"" + text + "\"}";
    }
}
