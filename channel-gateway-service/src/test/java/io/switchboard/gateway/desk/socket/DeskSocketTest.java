package io.switchboard.gateway.desk.socket;

import static io.switchboard.gateway.desk.RoutingFixture.aWorkItem;
import static io.switchboard.gateway.desk.RoutingFixture.withAnotherMessage;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.switchboard.contracts.Topics;
import io.switchboard.contracts.reply.ReplyRequested;
import io.switchboard.contracts.routing.Presence;
import io.switchboard.contracts.routing.RoutingCommand;
import io.switchboard.contracts.routing.WorkItem;
import io.switchboard.gateway.desk.Neighbours;
import io.switchboard.gateway.desk.RoutingFixture;
import io.switchboard.gateway.desk.Tokens;
import io.switchboard.gateway.desk.Topic;
import io.switchboard.platform.testing.KafkaResource;
import io.switchboard.platform.testing.RedisResource;
import java.net.URI;
import java.net.http.WebSocketHandshakeException;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(KafkaResource.class)
@QuarkusTestResource(RedisResource.class)
@QuarkusTestResource(Tokens.class)
@QuarkusTestResource(Neighbours.class)
class DeskSocketTest {
    /** Sequences grow over all tests of a tenant, as a centre's do. */
    private static final RoutingFixture ROUTING = new RoutingFixture("acme");

    @TestHTTPResource("/")
    URI base;

    @Test
    void anOfferIsSeenLiveAcceptedAndHeld() {
        var item = aWorkItem();
        try (var desk = DeskClient.open(base, Tokens.agent("anna"))) {
            assertThat(desk.awaitType("snapshot").path("presence").asText()).isEqualTo("OFFLINE");

            var offer = ROUTING.offered(item, "anna");
            Topic.publish(ROUTING.queued(item), offer);
            var seen = desk.awaitType("offer");
            assertThat(seen.path("offerId").asText()).isEqualTo(offer.offerId().toString());
            assertThat(seen.path("workItem").path("handleName").asText()).isEqualTo("Käthe \"K\" Ohm");
            assertThat(seen.path("explanation").path("reasons").get(0).asText()).isEqualTo("speaks German");

            desk.send("""
                    {"type":"accept","offerId":"%s","requestId":"r1"}""".formatted(offer.offerId()));
            var taken = desk.awaitType("accepted-command");
            assertThat(taken.path("requestId").asText()).isEqualTo("r1");
            var command = Topic.find(
                    Topics.ROUTING_COMMANDS,
                    RoutingCommand.class,
                    c -> c instanceof RoutingCommand.AcceptOffer a
                            && a.offerId().equals(offer.offerId()));
            assertThat(command.key()).isEqualTo("acme/main");
            assertThat(command.value().agent()).isEqualTo("anna");
            assertThat(command.value().commandId().toString())
                    .isEqualTo(taken.path("commandId").asText());

            Topic.publish(ROUTING.accepted(offer));
            assertThat(desk.awaitType("offer-gone").path("reason").asText()).isEqualTo("accepted");
            assertThat(desk.awaitType("work")
                            .path("workItem")
                            .path("workItemId")
                            .asText())
                    .isEqualTo(item.workItemId().toString());
        }
    }

    @Test
    void whoComesBackSeesWhatTheyLeft() {
        var held = aWorkItem();
        var waiting = aWorkItem();
        var accepted = ROUTING.offered(held, "ben");
        var open = ROUTING.offered(waiting, "ben");
        Topic.publish(accepted, ROUTING.accepted(accepted), open, ROUTING.presence("ben", Presence.AVAILABLE));

        await().atMost(Duration.ofSeconds(15)).untilAsserted(() -> {
            try (var desk = DeskClient.open(base, Tokens.agent("ben"))) {
                var snapshot = desk.awaitType("snapshot");
                assertThat(snapshot.path("presence").asText()).isEqualTo("AVAILABLE");
                assertThat(snapshot.path("offers")).hasSize(1);
                assertThat(snapshot.path("offers").get(0).path("offerId").asText())
                        .isEqualTo(open.offerId().toString());
                assertThat(snapshot.path("work")).hasSize(1);
                assertThat(snapshot.path("work")
                                .get(0)
                                .path("workItem")
                                .path("workItemId")
                                .asText())
                        .isEqualTo(held.workItemId().toString());
            }
        });
    }

    @Test
    void aReplyIsBuiltFromTheWorkAndItsFateIsShown() {
        var first = aWorkItem();
        var second = UUID.randomUUID();
        var item = withAnotherMessage(first, second);
        try (var desk = holding(first, "clara")) {
            Topic.publish(ROUTING.added(item, second, "clara"));
            assertThat(desk.awaitType("message").path("messageId").asText()).isEqualTo(second.toString());

            var replyId = UUID.randomUUID();
            var request = """
                    {"type":"reply","replyId":"%s","workItemId":"%s","text":"Guten Tag"}""".formatted(replyId, item.workItemId());
            desk.send(request);
            desk.awaitType("accepted-command");
            desk.send(request);
            desk.awaitType("accepted-command", 2);
            var record = Topic.find(
                    Topics.REPLIES_REQUESTED,
                    ReplyRequested.class,
                    r -> r.replyId().equals(replyId));
            var reply = record.value();
            assertThat(record.key()).isEqualTo(item.conversationId().toString());
            assertThat(reply)
                    .isEqualTo(new ReplyRequested(
                            replyId,
                            "acme",
                            "main",
                            item.channel(),
                            item.account(),
                            item.handle(),
                            item.conversationId(),
                            item.workItemId(),
                            "clara",
                            item.visibility(),
                            "Guten Tag",
                            item.latest(),
                            item.messageIds(),
                            reply.requestedAt()));
            assertThat(Topic.all(
                            Topics.REPLIES_REQUESTED,
                            ReplyRequested.class,
                            r -> r.replyId().equals(replyId)))
                    .hasSize(1);
            assertThat(desk.awaitType("reply").path("outcome").asText()).isEqualTo("PENDING");

            // Nobody set this account up, and the sender of the same gateway says so.
            var fate = desk.awaitType("reply", 2);
            assertThat(fate.path("outcome").asText()).isEqualTo("FAILED");
            assertThat(fate.path("reason").asText()).contains("not set up");
        }
        try (var again = DeskClient.open(base, Tokens.agent("clara"))) {
            var replies = again.awaitType("snapshot").path("work").get(0).path("replies");
            assertThat(replies.get(0).path("outcome").asText()).isEqualTo("FAILED");
        }
    }

    @Test
    void redeliveredAndLateEventsChangeNothing() {
        var item = aWorkItem();
        var offer = ROUTING.offered(item, "diego");
        var accepted = ROUTING.accepted(offer);
        var completed = ROUTING.completed(item, "diego");
        Topic.publish(offer, accepted, completed, offer, accepted, ROUTING.presence("diego", Presence.BUSY));
        await().atMost(Duration.ofSeconds(15)).untilAsserted(() -> {
            try (var desk = DeskClient.open(base, Tokens.agent("diego"))) {
                var snapshot = desk.awaitType("snapshot");
                assertThat(snapshot.path("presence").asText()).isEqualTo("BUSY");
                assertThat(snapshot.path("offers")).isEmpty();
                assertThat(snapshot.path("work")).isEmpty();
            }
        });
    }

    @Test
    void releasedAndExpiredWorkLeavesTheDesk() {
        var item = aWorkItem();
        try (var desk = holding(item, "emma")) {
            Topic.publish(ROUTING.released(item, "emma"));
            assertThat(desk.awaitType("work-gone").path("reason").asText()).isEqualTo("released");
            var offer = ROUTING.offered(aWorkItem(), "emma");
            Topic.publish(offer, ROUTING.expired(offer));
            assertThat(desk.awaitType("offer-gone", 2).path("reason").asText()).isEqualTo("expired");
        }
    }

    @Test
    void nobodyTouchesAnothersWork() {
        var item = aWorkItem();
        var offer = ROUTING.offered(aWorkItem(), "hanna");
        try (var owner = holding(item, "hanna");
                var other = DeskClient.open(base, Tokens.agent("ivo"));
                var foreign = DeskClient.open(base, Tokens.of("globex", "hanna", "agent"))) {
            Topic.publish(offer);
            owner.awaitType("offer", 2);
            for (var desk : java.util.List.of(other, foreign)) {
                desk.send("""
                        {"type":"reply","replyId":"%s","workItemId":"%s","text":"x"}""".formatted(UUID.randomUUID(), item.workItemId()));
                desk.send("""
                        {"type":"complete","workItemId":"%s"}""".formatted(item.workItemId()));
                desk.send("""
                        {"type":"accept","offerId":"%s"}""".formatted(offer.offerId()));
                desk.awaitType("refused", 3);
                assertThat(desk.ofType("refused"))
                        .extracting(r -> r.path("reason").asText())
                        .containsExactlyInAnyOrder("unknown-work-item", "unknown-work-item", "unknown-offer");
                assertThat(desk.ofType("offer")).isEmpty();
            }
        }
    }

    @Test
    void nonsenseIsRefusedAndTheSocketStays() {
        try (var desk = DeskClient.open(base, Tokens.agent("jan"))) {
            desk.send("no json");
            desk.send("{\"type\":\"presence\",\"presence\":\"AVAILABLE\",\"tenant\":\"globex\"}");
            desk.send("{\"type\":\"presence\",\"presence\":\"NOT_RESPONDING\"}");
            desk.send("{\"type\":\"launch\"}");
            desk.send("null");
            desk.send("{\"type\":\"reply\",\"replyId\":\"%s\",\"workItemId\":\"%s\",\"text\":\"%s\"}"
                    .formatted(UUID.randomUUID(), UUID.randomUUID(), "x".repeat(10_001)));
            desk.awaitType("refused", 6);
            assertThat(desk.ofType("refused"))
                    .allSatisfy(r -> assertThat(r.path("reason").asText()).isEqualTo("not-a-request"));
            desk.send("{\"type\":\"presence\",\"presence\":\"AWAY\",\"reason\":\"lunch\"}");
            desk.awaitType("accepted-command");
        }
    }

    @Test
    void whatRoutingRefusesIsTold() {
        var commandId = UUID.randomUUID();
        try (var desk = DeskClient.open(base, Tokens.agent("kim"))) {
            desk.awaitType("snapshot");
            Topic.publish(ROUTING.refused(commandId, "kim", "unknown-offer"));
            var refused = desk.awaitType("refused");
            assertThat(refused.path("commandId").asText()).isEqualTo(commandId.toString());
            assertThat(refused.path("reason").asText()).isEqualTo("unknown-offer");
        }
    }

    @Test
    void aFloodIsRefusedAndThenTheDeskIsClosed() throws Exception {
        try (var desk = DeskClient.open(base, Tokens.agent("leo"))) {
            for (int i = 0; i < 2000 && !desk.closed.isDone(); i++) {
                try {
                    desk.send("{\"type\":\"accept\",\"offerId\":\"" + UUID.randomUUID() + "\"}");
                } catch (CompletionException alreadyClosed) {
                    break;
                }
            }
            assertThat(desk.closed.get(10, TimeUnit.SECONDS)).isEqualTo(1008);
        }
    }

    @Test
    void aGiantFrameClosesTheSocket() throws Exception {
        try (var desk = DeskClient.open(base, Tokens.agent("mia"))) {
            desk.awaitType("snapshot");
            try {
                desk.send("x".repeat(1_000_000));
            } catch (CompletionException closedWhileSending) {
                // The server need not take the whole of it.
            }
            assertThat(desk.closed.handle((code, failure) -> true).get(10, TimeUnit.SECONDS))
                    .isTrue();
        }
    }

    @Test
    void onlyOurOwnPagesMayOpenIt() {
        String bearer = "Bearer " + Tokens.agent("nora");
        assertThat(handshakeStatus(Map.of("Authorization", bearer, "Origin", "https://evil.example")))
                .isEqualTo(403);
        assertThat(handshakeStatus(Map.of("Authorization", bearer, "Origin", "null")))
                .isEqualTo(403);
        assertThat(handshakeStatus(Map.of())).isEqualTo(401);
        assertThat(handshakeStatus(Map.of("Authorization", "Bearer " + Tokens.integration("crm"))))
                .isEqualTo(403);
        try (var desk = DeskClient.open(
                base, Map.of("Authorization", bearer, "Origin", "http://localhost:" + base.getPort()))) {
            desk.awaitType("snapshot");
        }
    }

    @Test
    void theTokenMayComeAsASubprotocol() {
        String header = "quarkus-http-upgrade#Authorization#Bearer%20" + Tokens.agent("olga");
        var client = new DeskClient();
        var socket = java.net.http.HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .subprotocols("bearer-token-carrier", header)
                .header("Origin", "http://localhost:" + base.getPort())
                .buildAsync(DeskClient.at(base), client)
                .join();
        assertThat(client.awaitType("snapshot").path("agent").asText()).isEqualTo("olga");
        socket.abort();
    }

    @Test
    void theSocketEndsWithTheToken() throws Exception {
        String brief = Tokens.lasting(Duration.ofSeconds(3), "acme", "paul", "agent");
        try (var desk = DeskClient.open(base, brief)) {
            assertThat(desk.awaitType("snapshot").hasNonNull("sessionExpiresAt"))
                    .isTrue();
            assertThat(desk.closed.get(20, TimeUnit.SECONDS)).isEqualTo(1008);
        }
    }

    @Test
    void supervisorsSeeTheBoard() {
        String token = Tokens.supervisor("sam");
        try (var desk = DeskClient.open(base, token)) {
            assertThat(desk.awaitType("board")
                            .path("queues")
                            .get(0)
                            .path("waiting")
                            .asInt())
                    .isEqualTo(2);
            assertThat(Neighbours.TOKENS).contains("Bearer " + token);
        }
    }

    private DeskClient holding(WorkItem item, String agent) {
        var desk = DeskClient.open(base, Tokens.agent(agent));
        desk.awaitType("snapshot");
        var offer = ROUTING.offered(item, agent);
        Topic.publish(offer, ROUTING.accepted(offer));
        desk.awaitType("work");
        return desk;
    }

    private int handshakeStatus(Map<String, String> headers) {
        int[] status = new int[1];
        assertThatThrownBy(() -> DeskClient.open(base, headers))
                .isInstanceOf(CompletionException.class)
                .cause()
                .isInstanceOfSatisfying(
                        WebSocketHandshakeException.class,
                        refused -> status[0] = refused.getResponse().statusCode());
        return status[0];
    }
}
