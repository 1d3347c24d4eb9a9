package io.switchboard.gateway.sending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.switchboard.contracts.Topics;
import io.switchboard.contracts.message.Visibility;
import io.switchboard.contracts.reply.ReplyRequested;
import io.switchboard.contracts.reply.ReplySettled;
import io.switchboard.contracts.reply.ReplySettled.Outcome;
import io.switchboard.contracts.routing.MessageReference;
import io.switchboard.gateway.world.Engine;
import io.switchboard.gateway.world.Outside;
import io.switchboard.gateway.world.Provider;
import io.switchboard.gateway.world.Provider.Answer;
import io.switchboard.gateway.world.Topic;
import io.switchboard.kit.event.EventJson;
import io.switchboard.platform.testing.KafkaResource;
import io.switchboard.platform.testing.RedisResource;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(KafkaResource.class)
@WithTestResource(RedisResource.class)
@WithTestResource(Outside.class)
class SendingTest {
    @Inject
    RedisDataSource redis;

    Provider provider;
    private Topic settled;

    @BeforeEach
    void listen() {
        provider.reset();
        settled = Topic.fromNowOn(Topics.REPLIES_SETTLED);
    }

    @AfterEach
    void close() {
        settled.close();
    }

    @Test
    void aReplyIsSentAsThePageAndSettledWithTheProvidersId() {
        var reply = messenger("Thank you, it is refunded");
        request(reply);

        var records = settled.records(1);
        assertThat(records).hasSize(1);
        var event = EventJson.read(records.getFirst().value(), ReplySettled.class);
        assertThat(event.outcome()).isEqualTo(Outcome.SENT);
        assertThat(event.providerMessageId()).startsWith("m_out_");
        assertThat(event.reply()).isEqualTo(reply);
        assertThat(records.getFirst().key()).isEqualTo(reply.conversationId().toString());
        assertThat(Topic.header(records.getFirst(), "ce_id")).isEqualTo(reply.replyId() + "-SENT");
        assertThat(provider.requests())
                .containsExactly(new Provider.Request(
                        "POST",
                        "/v23.0/100200300/messages",
                        "Bearer local-acme-page-token",
                        provider.requests().getFirst().body()));
        assertThat(provider.requests().getFirst().body())
                .contains("\"recipient\":{\"id\":\"4711\"}")
                .contains("\"messaging_type\":\"RESPONSE\"")
                .contains("\"text\":\"Thank you, it is refunded\"");
    }

    @Test
    void aPublicAnswerIsACommentUnderTheComment() {
        provider.then(Answer.of(200, "{\"id\":\"555_900\"}"));
        request(reply("facebook", "100200300", "acme", "We are on it", UUID.randomUUID()));
        assertThat(settle().providerMessageId()).isEqualTo("555_900");
        assertThat(provider.requests().getFirst().path()).isEqualTo("/v23.0/m_in/comments");
        assertThat(provider.requests().getFirst().body()).isEqualTo("{\"message\":\"We are on it\"}");
    }

    @Test
    void theSameReplyTwiceIsSentOnceAndSettledAlike() {
        var reply = messenger("once");
        request(reply);
        request(reply);
        var events = settled.events(2, ReplySettled.class);
        assertThat(events).hasSize(2).extracting(ReplySettled::outcome).containsOnly(Outcome.SENT);
        assertThat(events.getFirst().providerMessageId())
                .isEqualTo(events.getLast().providerMessageId());
        assertThat(provider.requests()).hasSize(1);
    }

    @Test
    void aRefusalFails() {
        provider.then(Answer.of(400, "{\"error\":{\"code\":10,\"error_subcode\":2018278,\"message\":\"x\"}}"));
        request(messenger("too late"));
        var event = settle();
        assertThat(event.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(event.reason()).contains("too old");
        assertThat(provider.requests()).hasSize(1);
    }

    @Test
    void aTextTooLongFailsUnsent() {
        request(messenger("x".repeat(2001)));
        var event = settle();
        assertThat(event.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(event.reason()).contains("2000");
        assertThat(provider.requests()).isEmpty();
    }

    @Test
    void whatTheProviderAsksToComeAgainWithIsTriedAgain() {
        provider.then(new Answer(429, "{}", "1", Duration.ZERO))
                .then(Answer.of(500, "{\"error\":{\"code\":2}}"))
                .then(Answer.of(503, ""));
        long begin = System.nanoTime();
        request(messenger("patience"));
        assertThat(settle().outcome()).isEqualTo(Outcome.SENT);
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isGreaterThan(Duration.ofSeconds(1));
        assertThat(provider.requests()).hasSize(4);
    }

    @Test
    void anAskedPauseBeyondAllPatienceFails() {
        provider.then(new Answer(429, "{}", "3600", Duration.ZERO));
        request(messenger("no patience"));
        assertThat(settle().outcome()).isEqualTo(Outcome.FAILED);
    }

    @Test
    void anAnswerThatIsLostIsUnknownAndNotTriedAgain() {
        provider.then(Answer.of(502, "<html>")).then(Answer.of(200, "{}"));
        request(messenger("lost 1"));
        assertThat(settle().outcome()).isEqualTo(Outcome.UNKNOWN);
        request(messenger("lost 2"));
        assertThat(settle().outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(provider.requests()).hasSize(2);
    }

    @Test
    void aProviderThatHangsIsUnknownAndHoldsUpNobodyElse() {
        provider.then(new Answer(200, "{}", null, Duration.ofSeconds(5)));
        var slow = messenger("slow");
        request(slow);
        // The provider hangs for whoever comes first.
        await().until(() -> provider.requests().size() == 1);
        var quick = messenger("quick");
        request(quick);
        assertThat(settle().reply().replyId()).isEqualTo(quick.replyId());
        var late = settle();
        assertThat(late.reply().replyId()).isEqualTo(slow.replyId());
        assertThat(late.outcome()).isEqualTo(Outcome.UNKNOWN);
    }

    @Test
    void repliesOfAConversationKeepTheirOrder() {
        UUID conversation = UUID.randomUUID();
        provider.then(new Answer(200, "{\"message_id\":\"m_a\"}", null, Duration.ofSeconds(1)));
        for (String text : List.of("first", "second", "third")) {
            request(reply("messenger", "100200300", "acme", text, conversation));
        }
        assertThat(settled.events(3, ReplySettled.class))
                .extracting(event -> event.reply().text())
                .containsExactly("first", "second", "third");
    }

    @Test
    void whatWasBegunAndNeverEndedIsUnknownAndNotSentAgain() {
        var reply = messenger("interrupted");
        redis.value(String.class)
                .set(
                        "gateway:reply:" + reply.replyId(),
                        "sending:" + Instant.now().minusSeconds(60));
        request(reply);
        assertThat(settle().outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(provider.requests()).isEmpty();
    }

    @Test
    void withoutRedisNothingIsSentUntilItIsBack() throws Exception {
        var reply = messenger("waits");
        try (var halted = Engine.haltRedis()) {
            request(reply);
            assertThat(settled.records(0)).isEmpty();
            Thread.sleep(1000);
            assertThat(provider.requests()).isEmpty();
        }
        var event = settle();
        assertThat(event.reply()).isEqualTo(reply);
        assertThat(provider.requests().size()).isLessThanOrEqualTo(1);
    }

    @Test
    void anAccountThatIsNotThereOrNotTheTenantsFails() {
        request(reply("messenger", "nobody", "acme", "x", UUID.randomUUID()));
        assertThat(settle().reason()).contains("not set up");
        request(reply("messenger", "900800700", "acme", "x", UUID.randomUUID()));
        assertThat(settle().outcome()).isEqualTo(Outcome.FAILED);
        request(reply("pigeon", "100200300", "acme", "x", UUID.randomUUID()));
        assertThat(settle().reason()).contains("not installed");
        assertThat(provider.requests()).isEmpty();
    }

    @Test
    void poisonIsDeadLetteredAndTheNextReplySent() {
        try (var dead = Topic.fromNowOn(Topics.deadLetter(Topics.REPLIES_REQUESTED))) {
            var reply = messenger("after poison");
            Topic.write(Topics.REPLIES_REQUESTED, reply.conversationId().toString(), new byte[] {1, 2, 3});
            request(reply);
            assertThat(settle().outcome()).isEqualTo(Outcome.SENT);
            assertThat(dead.records(1)).hasSize(1);
        }
    }

    private ReplySettled settle() {
        return settled.events(1, ReplySettled.class).getFirst();
    }

    private static void request(ReplyRequested reply) {
        Topic.write(Topics.REPLIES_REQUESTED, reply.conversationId().toString(), reply);
    }

    private static ReplyRequested messenger(String text) {
        return reply("messenger", "100200300", "acme", text, UUID.randomUUID());
    }

    private static ReplyRequested reply(String channel, String account, String tenant, String text, UUID conversation) {
        return new ReplyRequested(
                UUID.randomUUID(),
                tenant,
                "main",
                channel,
                account,
                "4711",
                conversation,
                UUID.randomUUID(),
                "alice",
                Visibility.PRIVATE,
                text,
                new MessageReference(UUID.randomUUID(), "m_in", null, List.of(), Instant.EPOCH),
                List.of(),
                Instant.EPOCH);
    }
}
