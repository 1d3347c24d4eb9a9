package io.switchboard.gateway.channel.messenger;

import static io.restassured.RestAssured.given;
import static io.switchboard.gateway.channel.messenger.Webhook.signature;
import static io.switchboard.gateway.channel.messenger.Webhook.textMessage;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.config.EncoderConfig;
import io.restassured.response.Response;
import io.switchboard.contracts.Topics;
import io.switchboard.contracts.message.MessageReceived;
import io.switchboard.gateway.conversation.Identities;
import io.switchboard.gateway.world.Engine;
import io.switchboard.gateway.world.Outside;
import io.switchboard.gateway.world.Provider;
import io.switchboard.gateway.world.Topic;
import io.switchboard.kit.event.EventJson;
import io.switchboard.platform.testing.KafkaResource;
import io.switchboard.platform.testing.RedisResource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(KafkaResource.class)
@WithTestResource(RedisResource.class)
@WithTestResource(Outside.class)
class MessengerInTest {
    private static final String SECRET = "local-acme-app-secret";

    Provider provider;
    private Topic received;

    @BeforeEach
    void listen() {
        received = Topic.fromNowOn(Topics.MESSAGES_RECEIVED);
    }

    @AfterEach
    void close() {
        received.close();
    }

    @Test
    void aSignedMessageIsPublished() {
        byte[] body = textMessage("m_signed");
        assertThat(post("acme-app", body, signature(body, SECRET)).statusCode()).isEqualTo(200);

        var records = received.records(1);
        assertThat(records).hasSize(1);
        var record = records.getFirst();
        var message = EventJson.read(record.value(), MessageReceived.class).message();
        assertThat(message.messageId()).isEqualTo(Identities.message("messenger", "100200300", "m_signed"));
        assertThat(message.conversationId())
                .isEqualTo(Identities.conversation("messenger", "100200300", "4711000000000001"));
        assertThat(message.tenant()).isEqualTo("acme");
        assertThat(message.centre()).isEqualTo("main");
        assertThat(message.text()).isEqualTo("Grüß Gott, my card was charged twice 😡");
        assertThat(record.key()).isEqualTo(message.conversationId().toString());
        assertThat(Topic.header(record, "ce_id")).isEqualTo(message.messageId().toString());
        assertThat(Topic.header(record, "ce_subject"))
                .isEqualTo(message.messageId().toString());
        assertThat(Topic.header(record, "ce_type")).isEqualTo("io.switchboard.message.received.v1");
        assertThat(Topic.header(record, "ce_source")).isEqualTo("/channel-gateway");
        assertThat(Topic.header(record, "ce_tenant")).isEqualTo("acme");
    }

    @Test
    void everyForgeryIsRefusedAndNothingPublished() {
        byte[] body = textMessage("m_forged");
        String good = signature(body, SECRET);
        byte[] flipped = body.clone();
        flipped[flipped.length / 2] ^= 1;
        byte[] reserialised = new String(body, UTF_8)
                .replace("\\u00fc", "ü")
                .replace("\\u00df", "ß")
                .getBytes(UTF_8);
        List<Response> refused = new ArrayList<>();
        refused.add(post("acme-app", body, null));
        refused.add(post("acme-app", body, ""));
        refused.add(post("acme-app", body, "sha256="));
        refused.add(post("acme-app", body, "sha256=" + "0".repeat(64)));
        refused.add(post("acme-app", body, "sha256=" + "z".repeat(64)));
        refused.add(post("acme-app", body, good.substring(0, good.length() - 1)));
        refused.add(post("acme-app", body, good.substring(7)));
        refused.add(post("acme-app", body, good.replace("sha256=", "sha1=")));
        refused.add(post("acme-app", body, signature(body, "another key")));
        refused.add(post("acme-app", body, signature(body, "local-globex-app-secret")));
        refused.add(post("acme-app", flipped, good));
        refused.add(post("acme-app", Arrays.copyOf(body, body.length - 1), good));
        refused.add(post("acme-app", new byte[0], good));
        refused.add(post("acme-app", reserialised, good));
        assertThat(refused).allSatisfy(answer -> {
            assertThat(answer.statusCode()).isEqualTo(401);
            assertThat(answer.contentType()).startsWith("application/problem+json");
        });
        assertThat(post("no-such-app", body, good).statusCode()).isEqualTo(404);
        assertThat(received.records(0)).isEmpty();
    }

    @Test
    void aForgedMalformedBodyIsNotEvenRead() {
        assertThat(post("acme-app", "not json".getBytes(UTF_8), "sha256=" + "0".repeat(64))
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void aRedeliveryIsNoSecondMessage() {
        byte[] body = textMessage("m_again");
        for (int time = 0; time < 5; time++) {
            assertThat(post("acme-app", body, signature(body, SECRET)).statusCode())
                    .isEqualTo(200);
        }
        assertThat(received.records(1)).hasSize(1);
    }

    @Test
    void aRedeliveryWithoutRedisIsTheSameMessage() throws Exception {
        byte[] body = textMessage("m_again_without_redis");
        try (var halted = Engine.haltRedis()) {
            for (int time = 0; time < 2; time++) {
                assertThat(post("acme-app", body, signature(body, SECRET)).statusCode())
                        .isEqualTo(200);
            }
        }
        assertThat(received.events(2, MessageReceived.class))
                .extracting(event -> event.message().messageId())
                .hasSize(2)
                .containsOnly(Identities.message("messenger", "100200300", "m_again_without_redis"));
    }

    @Test
    void everyMessageOfADeliveryIsPublishedInItsConversationsOrder() {
        byte[] body = Webhook.body("two-messages-of-two-people");
        assertThat(post("acme-app", body, signature(body, SECRET)).statusCode()).isEqualTo(200);
        var messages = received.events(3, MessageReceived.class).stream()
                .map(MessageReceived::message)
                .toList();
        assertThat(messages).hasSize(3);
        assertThat(messages.stream()
                        .filter(each -> each.handle().equals("4711000000000001"))
                        .map(each -> each.text()))
                .containsExactly("one", "three");
    }

    @Test
    void whatNoCustomerSaidIsAcknowledged() {
        for (String scenario : List.of("nothing-a-customer-said", "public-things-that-need-no-answer")) {
            byte[] body = Webhook.body(scenario);
            Response answer = post("acme-app", body, signature(body, SECRET));
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.asString()).isEqualTo("EVENT_RECEIVED");
        }
        assertThat(received.records(0)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "nothing",
                "{\"object\":\"page\"",
                "{\"object\":\"page\"} x",
                "{\"object\":\"page\",\"object\":\"page\"}",
                "{\"object\":\"page\",\"entry\":[1]}",
                "{'object':'page'}"
            })
    void aMalformedBodyIsAProblem(String body) {
        byte[] bytes = body.getBytes(UTF_8);
        Response answer = post("acme-app", bytes, signature(bytes, SECRET));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.contentType()).startsWith("application/problem+json");
        assertThat(answer.asString()).doesNotContain("Exception").doesNotContain("\tat ");
    }

    @Test
    void aBodyTooLargeIsAProblem() {
        byte[] body = new byte[3_000_000];
        Response answer = post("acme-app", body, signature(body, SECRET));
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.contentType()).startsWith("application/problem+json");
    }

    @Test
    void anAppSpeaksOnlyForItsOwnPages() {
        byte[] body = new String(textMessage("m_foreign"), UTF_8)
                .replace("100200300", "900800700")
                .getBytes(UTF_8);
        assertThat(post("acme-app", body, signature(body, SECRET)).statusCode()).isEqualTo(200);
        byte[] unknown = new String(textMessage("m_unknown"), UTF_8)
                .replace("100200300", "555")
                .getBytes(UTF_8);
        assertThat(post("acme-app", unknown, signature(unknown, SECRET)).statusCode())
                .isEqualTo(200);
        assertThat(received.records(0)).isEmpty();

        assertThat(post("globex-app", body, signature(body, "local-globex-app-secret"))
                        .statusCode())
                .isEqualTo(200);
        assertThat(received.events(1, MessageReceived.class)
                        .getFirst()
                        .message()
                        .tenant())
                .isEqualTo("globex");
    }

    @Test
    void textThatCantBeWrittenDoesNotBlockItsDelivery() {
        byte[] body = new String(textMessage("m_half"), UTF_8)
                .replace("\\ud83d\\ude21", "\\ud83d\\u0000")
                .getBytes(UTF_8);
        assertThat(post("acme-app", body, signature(body, SECRET)).statusCode()).isEqualTo(200);
        assertThat(received.events(1, MessageReceived.class)
                        .getFirst()
                        .message()
                        .text())
                .endsWith("\uFFFD\uFFFD");
    }

    @Test
    void filesAreKeptFromAllowedHostsAlone() {
        String body = new String(Webhook.body("photo-location-and-sticker"), UTF_8)
                .replace("m_photo", "m_photo_" + System.nanoTime())
                .replace("https://cdn.example/a.png", provider.url() + "/files/a.png");
        assertThat(post("acme-app", body.getBytes(UTF_8), signature(body.getBytes(UTF_8), SECRET))
                        .statusCode())
                .isEqualTo(200);
        var attachments = received.events(2, MessageReceived.class).stream()
                .map(MessageReceived::message)
                .filter(message -> message.providerMessageId().startsWith("m_photo"))
                .findFirst()
                .orElseThrow()
                .attachments();
        assertThat(attachments.getFirst().reference()).startsWith("acme/");
        assertThat(attachments.getFirst().size()).isEqualTo("the file /files/a.png".length());
        assertThat(attachments.getLast().reference()).isNull();
        assertThat(attachments.getLast().problem()).isEqualTo("not-allowed");
    }

    @Test
    void withoutKafkaMetaIsToldQuicklyToComeAgain() throws Exception {
        byte[] body = textMessage("m_outage");
        try (var halted = Engine.haltKafka()) {
            for (int time = 0; time < 3; time++) {
                long begin = System.nanoTime();
                Response answer = post("acme-app", body, signature(body, SECRET));
                assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(3));
                assertThat(answer.statusCode()).isEqualTo(503);
                assertThat(answer.contentType()).startsWith("application/problem+json");
                assertThat(answer.header("Retry-After")).isEqualTo("5");
            }
        }
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> post("acme-app", body, signature(body, SECRET)).statusCode() == 200);
        assertThat(received.events(1, MessageReceived.class))
                .isNotEmpty()
                .allSatisfy(
                        event -> assertThat(event.message().providerMessageId()).isEqualTo("m_outage"));
    }

    @Test
    void metaConnectsWithTheVerifyToken() {
        verify("local-verify-token").then().statusCode(200).body(is("challenge-1"));
        verify("another").then().statusCode(403);
        verify("local-globex-verify-token").then().statusCode(403);
        given().queryParam("hub.mode", "subscribe")
                .queryParam("hub.challenge", "x")
                .get("/webhooks/messenger/acme-app")
                .then()
                .statusCode(403);
    }

    private static Response verify(String token) {
        return given().queryParam("hub.mode", "subscribe")
                .queryParam("hub.verify_token", token)
                .queryParam("hub.challenge", "challenge-1")
                .get("/webhooks/messenger/acme-app");
    }

    static Response post(String app, byte[] body, String signature) {
        var request = given().config(io.restassured.RestAssured.config()
                        .encoderConfig(EncoderConfig.encoderConfig()
                                .appendDefaultContentCharsetToContentTypeIfUndefined(false)))
                .contentType("application/json")
                .body(body);
        return (signature == null ? request : request.header("X-Hub-Signature-256", signature))
                .post("/webhooks/messenger/" + app);
    }
}
