package io.switchboard.gateway.channel.webchat;

import static io.switchboard.gateway.channel.webchat.Chats.ORIGIN;
import static io.switchboard.gateway.channel.webchat.Chats.reply;
import static io.switchboard.gateway.channel.webchat.Chats.request;
import static io.switchboard.gateway.channel.webchat.Chats.visitor;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.switchboard.contracts.Topics;
import io.switchboard.contracts.customer.CustomerErased;
import io.switchboard.contracts.reply.ReplyRequested;
import io.switchboard.contracts.reply.ReplySettled;
import io.switchboard.gateway.recovery.Recovery;
import io.switchboard.gateway.world.Outside;
import io.switchboard.gateway.world.Topic;
import io.switchboard.platform.testing.KafkaResource;
import io.switchboard.platform.testing.RedisResource;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Answers wait for a visitor although Redis forgets them, and are gone when the visitor is to be forgotten. */
@QuarkusTest
@WithTestResource(KafkaResource.class)
@WithTestResource(RedisResource.class)
@WithTestResource(Outside.class)
class KeptRepliesTest {
    @TestHTTPResource
    URI server;

    @Inject
    RedisDataSource redis;

    @Inject
    Recovery recovery;

    @Test
    void whatRedisForgotIsThereAgainAtItsPlace() throws Exception {
        JsonPath visitor = visitor(null);
        ReplyRequested first = answered(visitor, "first");
        String last;
        try (var browser = comesBack(visitor, "0")) {
            last = browser.hear("reply", 0).path("id").asText();
        }
        ReplyRequested second = answered(visitor, "second");
        redis.key().del(stream(visitor), entry(visitor, first), entry(visitor, second));
        recovery.doubt();
        await().until(() -> redis.key().exists(entry(visitor, second)));
        try (var browser = comesBack(visitor, last)) {
            var again = browser.hear("reply", 0);
            assertThat(again.path("reply").asText()).isEqualTo(second.replyId().toString());
            assertThat(browser.texts()).containsExactly("second");
        }
        try (var browser = comesBack(visitor, "0")) {
            browser.hear("reply", 1);
            assertThat(browser.texts()).containsExactly("first", "second");
        }
    }

    @Test
    void whoeverIsForgottenIsForgottenAlthoughKafkaCanTellOfThem() throws Exception {
        JsonPath visitor = visitor(null);
        ReplyRequested theirs = answered(visitor, "to be forgotten");
        ReplyRequested newer = answered(visitor, "too new to be forgotten");
        ReplyRequested others = answered(visitor(null), "somebody else's");
        erase("globex", theirs.replyId());
        erase("acme", UUID.randomUUID(), theirs.replyId());
        await().atMost(Duration.ofSeconds(20)).until(() -> !redis.key().exists(entry(visitor, theirs)));
        assertThat(redis.stream(String.class).xlen(stream(visitor))).isEqualTo(1);
        assertThat(redis.key().ttl(stream(visitor))).isPositive();
        assertThat(redis.execute("DUMP", stream(visitor)).toString(StandardCharsets.ISO_8859_1))
                .contains("too new to be forgotten")
                .doesNotContain(theirs.replyId().toString());
        assertThat(redis.key().exists("gateway:chat:whose:acme/" + theirs.replyId()))
                .isFalse();
        assertThat(redis.key().exists("gateway:chat:whose:acme/" + others.replyId()))
                .isTrue();

        redis.key().del("gateway:recovery:certain", "gateway:recovery:next");
        recovery.doubt();
        // Noted when all was read.
        await().until(() -> redis.key().exists("gateway:recovery:next"));
        assertThat(redis.key().exists(entry(visitor, theirs))).isFalse();
        assertThat(redis.stream(String.class).xlen(stream(visitor))).isEqualTo(1);
        assertThat(redis.key().exists(entry(visitor, newer))).isTrue();
    }

    private static void erase(String tenant, UUID... messages) {
        var erased = new CustomerErased(UUID.randomUUID(), tenant, "main", List.of(), List.of(messages), Instant.now());
        Topic.write(Topics.CUSTOMERS_ERASED, erased.erasureId().toString(), erased);
    }

    private static ReplyRequested answered(JsonPath visitor, String text) {
        ReplyRequested reply = reply(visitor, text);
        try (var settled = Topic.fromNowOn(Topics.REPLIES_SETTLED)) {
            request(reply);
            assertThat(settled.events(1, ReplySettled.class).getFirst().outcome())
                    .isEqualTo(ReplySettled.Outcome.SENT);
        }
        return reply;
    }

    private Browser comesBack(JsonPath visitor, String after) throws Exception {
        Browser browser = Browser.open(server, "acme-web", ORIGIN, visitor.getString("token"));
        browser.hear("ready", 0);
        return browser.say("{\"type\":\"resume\",\"after\":\"" + after + "\"}");
    }

    private static String stream(JsonPath visitor) {
        return "gateway:chat:replies:{acme-web/" + visitor.getString("visitorId") + "}";
    }

    private static String entry(JsonPath visitor, ReplyRequested reply) {
        return stream(visitor) + ":" + reply.replyId();
    }
}
