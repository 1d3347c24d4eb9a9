package io.switchboard.bench.routing;

import com.fasterxml.jackson.databind.JsonNode;
import io.switchboard.contracts.Topics;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/**
 * From a command handed to Kafka to the committed event that answers it: message to queued and to offered, accept to
 * accepted, complete to completed. Every work item makes three commands; the schedule of messages is open.
 */
final class DecisionLatency {
    private static final int AGENTS = 50;
    private static final int ENDLESS = 1_000_000;
    private static final int COMMANDS_PER_ITEM = 3;
    private static final long LONGEST_MICROS = TimeUnit.MINUTES.toMicros(2);

    private final Map<String, Long> asked = new ConcurrentHashMap<>();
    private final Histogram commands = new ConcurrentHistogram(LONGEST_MICROS, 3);
    private final Histogram offers = new ConcurrentHistogram(LONGEST_MICROS, 3);
    private volatile boolean measuring;
    private @Nullable Wire wire;

    void run(int rate, int seconds, int warmUp) throws Exception {
        try (var stage = new Stage()) {
            Replica replica = stage.start("routing-0", 0);
            try (var connected = new Wire(stage.brokers(), this::seen)) {
                wire = connected;
                connected.send(Topics.ROUTING_SETUP, Scripts.setup("1", AGENTS, ENDLESS));
                for (int i = 0; i < AGENTS; i++) {
                    connected.send(Topics.ROUTING_COMMANDS, Scripts.presence("a" + i, "AVAILABLE"));
                }
                play(rate, warmUp);
                measuring = true;
                Duration before = replica.cpu();
                play(rate, seconds);
                Duration used = replica.cpu().minus(before);
                Thread.sleep(2_000);
                report(rate, seconds, used);
            }
        }
    }

    private void play(int rate, int seconds) {
        long gap = TimeUnit.SECONDS.toNanos(1) * COMMANDS_PER_ITEM / rate;
        long next = System.nanoTime();
        long end = next + TimeUnit.SECONDS.toNanos(seconds);
        while (next < end) {
            LockSupport.parkNanos(next - System.nanoTime());
            UUID id = UUID.randomUUID();
            ask("queued/" + id, Topics.MESSAGES_IDENTIFIED, Scripts.message(id));
            next += gap;
        }
    }

    private void ask(String answer, String topic, String json) {
        asked.put(answer, System.nanoTime());
        if (wire != null) {
            wire.send(topic, json);
        }
    }

    private void seen(JsonNode event, long at) {
        String agent = event.path("agent").asText();
        switch (event.get("type").asText()) {
            case "work-queued" ->
                answered("queued/" + event.at("/workItem/conversationId").asText(), at);
            case "work-offered" -> offered(event, agent, at);
            case "offer-accepted" -> {
                answered("accepted/" + event.get("offerId").asText(), at);
                String work = event.at("/workItem/workItemId").asText();
                ask("completed/" + work, Topics.ROUTING_COMMANDS, Scripts.complete(agent, work));
            }
            case "work-completed" ->
                answered("completed/" + event.get("workItemId").asText(), at);
            default -> {
                // Presences and the setup are not measured.
            }
        }
    }

    private void offered(JsonNode event, String agent, long at) {
        @Nullable
        Long sent =
                asked.remove("offered/" + event.at("/workItem/conversationId").asText());
        if (sent != null && measuring) {
            offers.recordValue(TimeUnit.NANOSECONDS.toMicros(at - sent));
        }
        String offer = event.get("offerId").asText();
        ask("accepted/" + offer, Topics.ROUTING_COMMANDS, Scripts.accept(agent, offer));
    }

    private void answered(String answer, long at) {
        @Nullable Long sent = asked.remove(answer);
        if (sent == null) {
            return;
        }
        if (answer.startsWith("queued/")) {
            asked.put("offered/" + answer.substring("queued/".length()), sent);
        }
        if (measuring) {
            commands.recordValue(TimeUnit.NANOSECONDS.toMicros(at - sent));
        }
    }

    private void report(int rate, int seconds, Duration cpu) {
        System.out.printf(
                "%d commands a second for %d s, exactly once, one centre: %,d commands answered, %,d not%n",
                rate, seconds, commands.getTotalCount(), asked.size());
        print("command in to event out", commands);
        print("message in to offer out", offers);
        System.out.printf("CPU of routing-service: %.2f of a core%n", cpu.toMillis() / 1000.0 / seconds);
    }

    private static void print(String what, Histogram micros) {
        System.out.printf(
                "%-24s p50 %6.1f ms   p90 %6.1f ms   p99 %6.1f ms   max %7.1f ms%n",
                what,
                micros.getValueAtPercentile(50) / 1000.0,
                micros.getValueAtPercentile(90) / 1000.0,
                micros.getValueAtPercentile(99) / 1000.0,
                micros.getMaxValue() / 1000.0);
    }
}
