package io.switchboard.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.switchboard.contracts.Topics;
import io.switchboard.e2e.RunningSuite.Running;
import io.switchboard.platform.doors.Http;
import io.switchboard.platform.doors.MessengerDoor;
import io.switchboard.platform.doors.Tokens;
import io.switchboard.platform.parts.PartName;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What comes in by the doors of the running suite, good and bad, and what it gets. */
@ExtendWith(RunningSuite.class)
class DoorsIT {
    private static final List<PartName> SERVICES =
            List.of(PartName.CHANNEL_GATEWAY, PartName.SENTIMENT, PartName.CUSTOMER_PROFILE, PartName.ROUTING);

    @Test
    void aForgedOrUnsignedWebhookIsRefusedAndPublishesNothing(Running running) throws Exception {
        MessengerDoor door = MessengerDoor.ofAcme(running.addresses().gateway());
        String mid = "m_forged_" + UUID.randomUUID();
        byte[] body = door.messageBody("1", mid, "hello").getBytes(UTF_8);
        String good = door.signature(body);
        String otherKey = new MessengerDoor(door.gateway(), door.app(), "guess", door.page()).signature(body);
        for (String signature : List.of("sha256=", good.substring(0, 40), otherKey, "sha1=" + good.substring(7), "x")) {
            assertThat(door.post(body, signature).statusCode()).as(signature).isEqualTo(401);
        }
        byte[] oneBit = body.clone();
        oneBit[10] ^= 1;
        assertThat(door.post(oneBit, good).statusCode()).isEqualTo(401);
        assertThat(new Kafka(running.addresses().kafka()).values(Topics.MESSAGES_RECEIVED))
                .noneMatch(event -> event.toString().contains(mid));
    }

    @Test
    void aBodyThatIsNotStrictJsonIsAProblem(Running running) throws Exception {
        MessengerDoor door = MessengerDoor.ofAcme(running.addresses().gateway());
        for (String body :
                List.of("{", "[]x", "{\"object\":\"page\",\"entry\":[]} trailing", "{\"a\":1,\"a\":2}", "")) {
            HttpResponse<String> answer = door.post(body);
            assertThat(answer.statusCode()).as(body).isEqualTo(400);
            assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
            assertThat(answer.body()).doesNotContain("Exception").doesNotContain("\tat ");
        }
        assertThat(door.post("{\"x\":\"" + "y".repeat(3_000_000) + "\"}").statusCode())
                .isEqualTo(413);
    }

    @Test
    void anUnknownPageIsAcknowledgedAndCounted(Running running) throws Exception {
        MessengerDoor acme = MessengerDoor.ofAcme(running.addresses().gateway());
        MessengerDoor stranger = new MessengerDoor(acme.gateway(), acme.app(), acme.secret(), "555");
        assertThat(stranger.message("1", "m_stranger", "hello")).isEqualTo(200);
        assertThat(metrics(running, PartName.CHANNEL_GATEWAY)).contains("switchboard_unknown_account_total");
    }

    @Test
    void theTraceOfAWebhookReachesTheDecision(Running running) throws Exception {
        MessengerDoor door = MessengerDoor.ofAcme(running.addresses().gateway());
        String trace = UUID.randomUUID().toString().replace("-", "");
        byte[] body = door.messageBody("77", "m_traced_" + trace, "Where is my parcel?")
                .getBytes(UTF_8);
        HttpResponse<String> answer =
                Http.send(HttpRequest.newBuilder(URI.create(door.gateway() + "/webhooks/messenger/" + door.app()))
                        .header("X-Hub-Signature-256", door.signature(body))
                        .header("Content-Type", "application/json")
                        .header("traceparent", "00-" + trace + "-00f067aa0ba902b7-01")
                        .POST(HttpRequest.BodyPublishers.ofByteArray(body)));
        assertThat(answer.statusCode()).isEqualTo(200);
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(new Kafka(running.addresses().kafka()).records(Topics.ROUTING_EVENTS))
                        .anyMatch(record ->
                                Kafka.header(record, "traceparent").orElse("").contains(trace)));
    }

    @Test
    void tokensOpenOnlyWhatTheyShould(Running running) throws Exception {
        Tokens tokens = new Tokens(running.addresses().tokens());
        String gateway = running.addresses().gateway();
        String anna = tokens.ofUser("anna");
        String sam = tokens.ofUser("sam");
        String crm = tokens.ofClient("crm", "crm-secret-for-local-use");
        assertThat(get(gateway + "/api/v1/agents/me", "").statusCode()).isEqualTo(401);
        assertThat(get(gateway + "/api/v1/agents/me", anna + "x").statusCode()).isEqualTo(401);
        assertThat(get(gateway + "/api/v1/agents/me", noneAlgorithm(anna)).statusCode())
                .isEqualTo(401);
        assertThat(get(gateway + "/api/v1/agents/me", anna).statusCode()).isEqualTo(200);
        assertThat(get(gateway + "/api/v1/board", anna).statusCode()).isEqualTo(403);
        assertThat(get(gateway + "/api/v1/board", sam).statusCode()).isEqualTo(200);
        assertThat(get(gateway + "/api/v1/board", crm).statusCode()).isEqualTo(200);
        assertThat(get(gateway + "/q/openapi", "").statusCode()).isEqualTo(200);
    }

    @Test
    void anotherTenantsThingsAreNotThere(Running running) throws Exception {
        MessengerDoor door = MessengerDoor.ofAcme(running.addresses().gateway());
        String mid = "m_tenant_" + UUID.randomUUID();
        assertThat(door.message("4242", mid, "Please change my address")).isEqualTo(200);
        JsonNode queued = awaitQueued(running, mid);
        String gateway = running.addresses().gateway() + "/api/v1/";
        Tokens tokens = new Tokens(running.addresses().tokens());
        String ours = tokens.ofClient("crm", "crm-secret-for-local-use");
        String theirs = tokens.ofClient("globex-crm", "globex-crm-secret-for-local-use");
        JsonNode item = queued.get("workItem");
        for (String path : List.of(
                "work-items/" + item.get("workItemId").asText(),
                "conversations/" + item.get("conversationId").asText() + "/messages",
                "customers/" + item.at("/customer/customerId").asText())) {
            await(path)
                    .atMost(Duration.ofSeconds(10))
                    .until(() -> get(gateway + path, ours).statusCode() == 200);
            assertThat(get(gateway + path, theirs).statusCode()).as(path).isEqualTo(404);
        }
    }

    private static JsonNode awaitQueued(Running running, String providerId) {
        Kafka kafka = new Kafka(running.addresses().kafka());
        return await().atMost(Duration.ofSeconds(30))
                .until(
                        () -> kafka.values(Topics.ROUTING_EVENTS).stream()
                                .filter(event -> event.path("type").asText().equals("work-queued"))
                                .filter(event -> event.at("/workItem/latest/providerMessageId")
                                        .asText()
                                        .equals(providerId))
                                .findFirst(),
                        java.util.Optional::isPresent)
                .orElseThrow();
    }

    @Test
    void everyServiceTellsItsHealthAndItsMeasures(Running running) throws Exception {
        for (PartName service : SERVICES) {
            for (String check : List.of("started", "ready", "live")) {
                String address = running.addresses().management(service) + "/q/health/" + check;
                assertThat(get(address, "").statusCode()).as(address).isEqualTo(200);
            }
        }
        String mid = "m_measured_" + UUID.randomUUID();
        MessengerDoor.ofAcme(running.addresses().gateway()).message("32", mid, "Can you help me?");
        awaitQueued(running, mid);
        assertThat(metrics(running, PartName.CHANNEL_GATEWAY)).contains("switchboard_messages_received_total");
        assertThat(metrics(running, PartName.SENTIMENT)).contains("switchboard_messages_understood_total");
        assertThat(metrics(running, PartName.CUSTOMER_PROFILE)).contains("switchboard_ledger");
        assertThat(metrics(running, PartName.ROUTING)).contains("switchboard_offers_total");
    }

    /** The transformer's native libraries are loaded otherwise in the packaged service than in its tests. */
    @Test
    void whatTheFastJudgeIsUnsureOfIsHeardByTheTransformer(Running running) throws Exception {
        String judge = running.addresses().service(PartName.SENTIMENT) + "/api/v1/understand/batch";
        String token = new Tokens(running.addresses().tokens()).ofClient("crm", "crm-secret-for-local-use");
        String texts = """
                {"texts": [
                  {"text": "anyone else think the new checkout is weird or is it me", "visibility": "PUBLIC"},
                  {"text": "so the app does that thing again, you know the one", "visibility": "PUBLIC"},
                  {"text": "not sure whether to laugh or to call somebody about this bill", "visibility": "PUBLIC"}]}
                """;
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofSeconds(1))
                .untilAsserted(() -> assertThat(Http.send(HttpRequest.newBuilder(URI.create(judge))
                                        .header("Authorization", "Bearer " + token)
                                        .header("Content-Type", "application/json")
                                        .POST(HttpRequest.BodyPublishers.ofString(texts)))
                                .body())
                        .contains("\"tier\":\"transformer\"", "bge-small-en-v1.5-q"));
    }

    @Test
    void noLogCarriesWhatACustomerWrote(Running running) throws Exception {
        String canary = "canary" + UUID.randomUUID();
        MessengerDoor door = MessengerDoor.ofAcme(running.addresses().gateway());
        String mid = "m_" + UUID.randomUUID();
        door.message("31", mid, canary);
        door.post("{\"broken\":\"" + canary);
        awaitQueued(running, mid);
        try (Stream<Path> logs = Files.walk(running.target().resolve("suite/log"))) {
            List<Path> files = logs.filter(Files::isRegularFile).toList();
            assertThat(files).hasSizeGreaterThan(7);
            assertThat(files).allSatisfy(file -> assertThat(content(file)).doesNotContain(canary));
        }
    }

    @Test
    void theDocumentedCommandPrintsRoutingEvents(Running running) throws Exception {
        Path command = io.switchboard.platform.Checkout.find().root().resolve("deploy/routing-events");
        Path out = running.target().resolve("routing-events.txt");
        Process consumer = new ProcessBuilder(
                        command.toString(),
                        "--bootstrap-server",
                        running.addresses().kafka(),
                        "--from-beginning",
                        "--max-messages",
                        "1")
                .redirectErrorStream(true)
                .redirectOutput(out.toFile())
                .start();
        assertThat(consumer.waitFor(60, java.util.concurrent.TimeUnit.SECONDS)).isTrue();
        assertThat(content(out)).contains("ce_type:io.switchboard.routing.").contains("\"sequence\":");
    }

    private static String content(Path file) {
        try {
            return new String(Files.readAllBytes(file), UTF_8);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static String metrics(Running running, PartName service) throws InterruptedException {
        return get(running.addresses().management(service) + "/q/metrics", "").body();
    }

    private static HttpResponse<String> get(String address, String token) throws InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(address)).header("Accept", "*/*");
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        return Http.send(request);
    }

    /** Returns the token with its algorithm taken away, as an attacker would. */
    private static String noneAlgorithm(String token) {
        String header = java.util.Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString("{\"alg\":\"none\",\"typ\":\"JWT\"}".getBytes(UTF_8));
        return header + token.substring(token.indexOf('.'), token.lastIndexOf('.') + 1);
    }
}
