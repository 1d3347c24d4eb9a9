package io.switchboard.platform.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.switchboard.platform.Addresses;
import io.switchboard.platform.doors.DeskDoor;
import io.switchboard.platform.doors.Tokens;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** An agent of the demo: takes what is offered, answers in the customer's language, completes. */
final class Agent implements AutoCloseable {
    private static final Duration READS = Duration.ofMillis(1500);
    private static final Duration WRITES = Duration.ofMillis(2500);
    private static final Map<String, String> ANSWERS = Map.of(
            "de", "Vielen Dank für Ihre Nachricht. Ich kümmere mich darum und melde mich heute noch.",
            "es", "Gracias por su mensaje. Me ocupo ahora mismo y le escribo hoy.",
            "fr", "Merci pour votre message. Je m'en occupe et je vous réponds aujourd'hui.",
            "en", "Thank you for writing. I am looking into it and will come back to you today.");

    private final Addresses suite;
    private final String name;
    private final Executor hands;
    private final AtomicInteger answered = new AtomicInteger();
    private final Set<String> begun = ConcurrentHashMap.newKeySet();
    private final Map<String, String> seen = new ConcurrentHashMap<>();
    private volatile @Nullable DeskDoor desk;

    Agent(Addresses suite, String name, Executor hands) {
        this.suite = suite;
        this.name = name;
        this.hands = hands;
    }

    /** Signs in and takes work from then on. */
    void signIn() throws InterruptedException {
        String token = new Tokens(suite.tokens()).ofUser(name);
        DeskDoor opened = DeskDoor.open(suite.gateway(), token, this::heard);
        desk = opened;
        opened.presence("AVAILABLE");
    }

    /** Signs in again when the connection is gone, as it is when the token expires. */
    void stayConnected() throws InterruptedException {
        DeskDoor open = desk;
        if (open == null || open.disconnected()) {
            signIn();
        }
    }

    /** Returns how many answers a provider took. */
    int answered() {
        return answered.get();
    }

    private void heard(JsonNode message) {
        switch (message.path("type").asText()) {
            case "snapshot" -> {
                message.path("offers").forEach(this::take);
                message.path("work").forEach(work -> answer(work.path("workItem")));
            }
            case "offer" -> take(message);
            case "work" -> answer(message.path("workItem"));
            case "reply" -> settled(message);
            default -> {
                // What the others say is for the page.
            }
        }
    }

    private void take(JsonNode offer) {
        later(READS, open -> open.accept(offer.path("offerId").asText()));
    }

    /** Answers what the customer said last, once. */
    private void answer(JsonNode work) {
        String latest = work.at("/latest/messageId").asText();
        if (begun.add(latest)) {
            String id = work.path("workItemId").asText();
            String language = work.path("understanding").path("language").asText();
            String text = ANSWERS.getOrDefault(language, ANSWERS.get("en")) + " – " + name;
            String reply = UUID.randomUUID().toString();
            seen.put(reply, latest);
            later(WRITES, open -> open.reply(reply, id, text, latest));
        }
    }

    private void settled(JsonNode reply) {
        String latest = seen.get(reply.path("replyId").asText());
        if (latest != null && "SENT".equals(reply.path("outcome").asText())) {
            answered.incrementAndGet();
            later(READS, open -> open.complete(reply.path("workItemId").asText(), "answered", latest));
        }
    }

    private void later(Duration pause, java.util.function.Consumer<DeskDoor> action) {
        hands.execute(() -> {
            try {
                Thread.sleep(pause);
                DeskDoor open = desk;
                if (open != null && !open.disconnected()) {
                    action.accept(open);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    @Override
    public void close() {
        DeskDoor open = desk;
        if (open != null) {
            open.close();
        }
    }
}
