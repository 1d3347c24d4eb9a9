package io.switchboard.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.switchboard.platform.Addresses;
import io.switchboard.platform.doors.DeskDoor;
import io.switchboard.platform.doors.Tokens;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * An agent without patience: takes every offer at once, answers what was said last, completes when that is settled.
 * Works through a gateway that dies: it connects again and goes on from the snapshot.
 */
final class BotAgent implements AutoCloseable {
    private static final Set<String> LATER = Set.of("too-many-requests", "try-again");
    private static final Duration RETRY = Duration.ofMillis(500);
    /** Tokens live for five minutes. */
    private static final Duration TOKEN_LIFE = Duration.ofMinutes(4);

    private final Addresses suite;
    private final String name;
    private final Map<String, Said> answers = new ConcurrentHashMap<>();
    private final Map<String, Said> replies = new ConcurrentHashMap<>();
    private final Set<String> settled = ConcurrentHashMap.newKeySet();
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
            // Which request it was is not said: the snapshot of the next connection shows what is still to be done.
            case "refused" -> {
                if (LATER.contains(message.path("reason").asText())) {
                    desk.close();
                }
            }
            default -> {}
        }
    }

    /** Takes up held work where it was left: what was settled meanwhile, then what is still to be said. */
    private void goOn(JsonNode work) {
        for (JsonNode reply : work.path("replies")) {
            settled(((ObjectNode) reply)
                    .put("workItemId", work.at("/workItem/workItemId").asText()));
        }
        answer(work.path("workItem"));
    }

    /** Answers what the customer said last, with one id however often it is said. */
    private void answer(JsonNode work) {
        String item = work.path("workItemId").asText();
        String latest = work.at("/latest/messageId").asText();
        Said said = answers.computeIfAbsent(
                item + latest, unused -> new Said(UUID.randomUUID().toString(), item, latest));
        if (!settled.contains(said.reply())) {
            replies.put(said.reply(), said);
            desk.reply(said.reply(), item, "Answer " + said.reply() + " by " + name, latest);
        }
    }

    /**
     * Completes what was answered; when the customer has written since, routing refuses and that is answered too. Work
     * whose answer may or may not have arrived stays with the agent, who would have to look.
     */
    private void settled(JsonNode reply) {
        Said said = replies.get(reply.path("replyId").asText());
        String outcome = reply.path("outcome").asText();
        if (said != null && !outcome.equals("PENDING")) {
            settled.add(said.reply());
            if (outcome.equals("SENT")) {
                desk.complete(said.item(), "answered", said.latest());
            }
        }
    }

    private record Said(String reply, String item, String latest) {}

    @Override
    public void close() {
        closed = true;
        hands.shutdownNow();
        if (desk != null) {
            desk.close();
        }
    }
}
