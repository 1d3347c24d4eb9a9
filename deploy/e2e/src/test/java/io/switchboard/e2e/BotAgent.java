package io.switchboard.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import io.switchboard.platform.Addresses;
import io.switchboard.platform.doors.DeskDoor;
import io.switchboard.platform.doors.Tokens;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * An agent without patience: takes every offer at once, answers once each work item, completes when the answer is settled.
 * Works through a gateway that dies: it connects again and goes on from the snapshot.
 */
final class BotAgent implements AutoCloseable {
    private static final Duration RETRY = Duration.ofMillis(500);
    /** Tokens live for five minutes. */
    private static final Duration TOKEN_LIFE = Duration.ofMinutes(4);

    private final Addresses suite;
    private final String name;
    private final Map<String, String> replies = new ConcurrentHashMap<>();
    private final Map<String, String> outcomes = new ConcurrentHashMap<>();
    private final ExecutorService hands = Executors.newVirtualThreadPerTaskExecutor();
    private volatile DeskDoor desk;
    private volatile boolean closed;
    private String token;
    private long tokenSince;

    BotAgent(Addresses suite, String name) {
        this.suite = suite;
        this.name = name;
    }

    void start() {
        hands.execute(this::stayConnected);
    }

    private void stayConnected() {
        while (!closed) {
            try {
                if (desk == null || desk.disconnected()) {
                    desk = DeskDoor.open(suite.gateway(), freshToken(), this::heard);
                    desk.presence("AVAILABLE");
                }
                Thread.sleep(RETRY);
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException gatewayAway) {
                pause();
            }
        }
    }

    private String freshToken() throws InterruptedException {
        if (token == null || System.nanoTime() - tokenSince > TOKEN_LIFE.toNanos()) {
            token = new Tokens(suite.tokens()).ofUser(name);
            tokenSince = System.nanoTime();
        }
        return token;
    }

    private static void pause() {
        try {
            Thread.sleep(RETRY);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void heard(JsonNode message) {
        hands.execute(() -> {
            try {
                act(message);
            } catch (RuntimeException gatewayAway) {
                // The snapshot of the next connection brings it again.
            }
        });
    }

    private void act(JsonNode message) {
        switch (message.path("type").asText()) {
            case "snapshot" -> {
                message.path("offers")
                        .forEach(offer -> desk.accept(offer.path("offerId").asText()));
                message.path("work").forEach(this::goOn);
            }
            case "offer" -> desk.accept(message.path("offerId").asText());
            case "work" -> answer(message.path("workItem"));
            case "reply" -> settled(message);
            default -> {}
        }
    }

    /** Takes up held work where it was left: completes what was answered, says again what may not have been heard. */
    private void goOn(JsonNode work) {
        for (JsonNode reply : work.path("replies")) {
            if (!reply.path("outcome").asText().equals("PENDING")) {
                outcomes.put(
                        work.at("/workItem/workItemId").asText(),
                        reply.path("outcome").asText());
            }
        }
        answer(work.path("workItem"));
    }

    /** Answers with an id of its own for each work item: however often it is said, it is one answer. */
    private void answer(JsonNode work) {
        String item = work.path("workItemId").asText();
        if (outcomes.containsKey(item)) {
            desk.complete(item, "answered");
            return;
        }
        String reply = replies.computeIfAbsent(item, unused -> UUID.randomUUID().toString());
        desk.reply(reply, item, "Answer " + reply + " by " + name);
    }

    private void settled(JsonNode reply) {
        String outcome = reply.path("outcome").asText();
        if (!outcome.isEmpty() && !outcome.equals("PENDING")) {
            outcomes.put(reply.path("workItemId").asText(), outcome);
            desk.complete(reply.path("workItemId").asText(), "answered");
        }
    }

    Map<String, String> outcomes() {
        return Map.copyOf(outcomes);
    }

    @Override
    public void close() {
        closed = true;
        hands.shutdownNow();
        if (desk != null) {
            desk.close();
        }
    }
}
