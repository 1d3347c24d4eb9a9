package io.switchboard.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.switchboard.contracts.Topics;
import io.switchboard.e2e.RunningSuite.Running;
import io.switchboard.platform.doors.ChatDoor;
import io.switchboard.platform.doors.Http;
import io.switchboard.platform.doors.MailDoor;
import io.switchboard.platform.doors.Tokens;
import io.switchboard.platform.parts.PartName;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Whoever was forgotten is found nowhere in the suite, but for topics whose records expire; and no figure changes. */
@ExtendWith(RunningSuite.class)
class ForgottenIT {
    private static final Duration LONGEST = Duration.ofSeconds(60);

    /** A word that is nobody else's. */
    private final String canary = "canary" + UUID.randomUUID().toString().substring(0, 8);

    private final String address = canary + "@mail.example";

    @Test
    void whoWroteByChatAndMailIsFoundNowhereAfterwards(Running running) throws Exception {
        List<JsonNode> replies;
        try (BotAgent anna = new BotAgent(running.addresses(), "anna");
                ChatDoor visitor = ChatDoor.visit(running.addresses().gateway(), "acme-web")) {
            anna.start();
            visitor.connect();
            visitor.say(UUID.randomUUID().toString(), "I am " + canary + ", where is my order?");
            writeMail(running);
            await().atMost(LONGEST)
                    .until(() -> theirs(running, Topics.REPLIES_SETTLED).size() == 2);
            replies = theirs(running, Topics.REPLIES_SETTLED);
            await().atMost(LONGEST).until(() -> completed(running) == 2);
        }
        Traces traces = new Traces(running);
        String answer = replies.stream()
                .filter(reply -> reply.at("/reply/channel").asText().equals("webchat"))
                .map(reply -> reply.at("/reply/text").asText())
                .findFirst()
                .orElseThrow();
        assertThat(traces.of(canary)).contains("profile public.message", "profile public.customer");
        assertThat(traces.of(answer)).contains("profile public.message", "redis");
        String before = figures(running);

        for (JsonNode identified : theirs(running, Topics.MESSAGES_IDENTIFIED)) {
            String customer = identified.at("/customer/customerId").asText();
            assertThat(profile(running, "customers/" + customer + "/erasure", true)
                            .statusCode())
                    .isEqualTo(200);
        }

        await().atMost(LONGEST).pollInterval(Duration.ofSeconds(1)).untilAsserted(() -> {
            assertThat(traces.of(canary)).isEmpty();
            assertThat(traces.of(answer)).isEmpty();
        });
        assertThat(figures(running)).isEqualTo(before);
    }

    private void writeMail(Running running) {
        new MailDoor(
                        "127.0.0.1",
                        running.addresses().ports().smtp(),
                        running.addresses().ports().imap())
                .send(new MailDoor.Draft(
                        address,
                        "Ms " + canary,
                        "support@acme.example",
                        "About " + canary,
                        "<" + canary + "@mail.example>",
                        null,
                        "I am " + canary + " and want my money back."));
    }

    /** What a topic says of the person; answers are told by what they answer. */
    private List<JsonNode> theirs(Running running, String topic) {
        Kafka kafka = new Kafka(running.addresses().kafka());
        List<String> conversations = kafka.values(Topics.MESSAGES_IDENTIFIED).stream()
                .filter(event -> event.toString().contains(canary))
                .map(event -> event.at("/message/conversationId").asText())
                .toList();
        return kafka.values(topic).stream()
                .filter(event -> conversations.stream()
                        .anyMatch(conversation -> event.toString().contains(conversation)))
                .toList();
    }

    private long completed(Running running) {
        return theirs(running, Topics.ROUTING_EVENTS).stream()
                .filter(event -> event.path("type").asText().equals("work-completed"))
                .count();
    }

    /** What became of all messages of today. */
    private static String figures(Running running) throws InterruptedException {
        return profile(running, "ledger", false).body();
    }

    private static HttpResponse<String> profile(Running running, String path, boolean post)
            throws InterruptedException {
        String token = new Tokens(running.addresses().tokens()).ofUser("sam");
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create(running.addresses().service(PartName.CUSTOMER_PROFILE) + "/api/v1/" + path))
                .header("Authorization", "Bearer " + token);
        return Http.send(post ? request.POST(HttpRequest.BodyPublishers.noBody()) : request.GET());
    }
}
