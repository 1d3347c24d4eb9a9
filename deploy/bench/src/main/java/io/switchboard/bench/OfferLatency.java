package io.switchboard.bench;

import com.fasterxml.jackson.databind.JsonNode;
import io.switchboard.platform.Addresses;
import io.switchboard.platform.Ports;
import io.switchboard.platform.doors.DeskDoor;
import io.switchboard.platform.doors.MessengerDoor;
import io.switchboard.platform.doors.Tokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/**
 * From the moment a webhook is answered to the offer on an agent's WebSocket, at a steady rate of new conversations.
 *
 * <p>Agents have endless room and take everything at once, so that the figure is the way's and not the queue's. The
 * schedule is open: a slow answer does not slow the next message down.
 *
 * <p>usage: {@code OfferLatency [port base] [messages a second] [seconds] [seconds of warm-up]}
 */
public final class OfferLatency {
    private static final List<String> AGENTS = List.of("anna", "ben", "clara", "diego", "emma", "sam");
    private static final long LONGEST_MICROS = TimeUnit.MINUTES.toMicros(2);

    private final Addresses suite;
    private final MessengerDoor door;
    private final Map<String, Long> answered = new ConcurrentHashMap<>();
    private final Map<String, Long> offered = new ConcurrentHashMap<>();
    private final AtomicInteger refused = new AtomicInteger();
    private final Histogram webhook = new ConcurrentHistogram(LONGEST_MICROS, 3);
    private final List<Desk> desks = new ArrayList<>();

    private OfferLatency(Addresses suite) {
        this.suite = suite;
        this.door = MessengerDoor.ofAcme(suite.gateway());
    }

    /** Measures and prints. */
    public static void main(String[] arguments) throws InterruptedException {
        int base = number(arguments, 0, Ports.DEFAULT_BASE);
        int rate = number(arguments, 1, 50);
        int seconds = number(arguments, 2, 60);
        int warmUp = number(arguments, 3, 30);
        Addresses suite = new Addresses(new Ports(base));
        try (Capacity endless = new Capacity(suite.kafka())) {
            new OfferLatency(suite).measure(rate, seconds, warmUp);
        }
    }

    private void measure(int rate, int seconds, int warmUp) throws InterruptedException {
        signIn();
        play(rate, warmUp);
        settle();
        forget();
        play(rate, seconds);
        settle();
        report(rate, seconds);
        for (Desk desk : desks) {
            desk.completeAll();
        }
    }

    private static int number(String[] arguments, int at, int otherwise) {
        return arguments.length > at ? Integer.parseInt(arguments[at]) : otherwise;
    }

    private void signIn() throws InterruptedException {
        Tokens tokens = new Tokens(suite.tokens());
        for (String agent : AGENTS) {
            Desk desk = new Desk();
            desk.open(tokens.ofUser(agent));
            desks.add(desk);
        }
    }

    /** One agent who takes every offer and keeps it until the measurement is over. */
    private final class Desk {
        /** Between two requests: well below the desk's limit of twenty a second, also when a busy machine bunches them. */
        private static final long PACE_MILLIS = 80;

        private final Queue<JsonNode> held = new ConcurrentLinkedQueue<>();
        private final BlockingQueue<Consumer<DeskDoor>> toDo = new LinkedBlockingQueue<>();
        private volatile @Nullable DeskDoor door;
        private volatile boolean working = true;

        void open(String token) {
            DeskDoor opened = DeskDoor.open(suite.gateway(), token, this::heard);
            door = opened;
            Thread.startVirtualThread(this::work);
            opened.presence("AVAILABLE");
        }

        private void heard(JsonNode message) {
            long now = System.nanoTime();
            switch (message.path("type").asText()) {
                case "offer" -> {
                    offered.putIfAbsent(
                            message.at("/workItem/latest/providerMessageId").asText(), now);
                    act(open -> open.accept(message.path("offerId").asText()));
                }
                case "work" -> held.add(message.path("workItem"));
                default -> {
                    // Boards and the like are not measured.
                }
            }
        }

        private void act(Consumer<DeskDoor> action) {
            toDo.add(action);
        }

        /** Does one thing after the other, no faster than the desk allows. */
        private void work() {
            try {
                while (true) {
                    Consumer<DeskDoor> next = toDo.take();
                    DeskDoor open = door;
                    if (open != null) {
                        next.accept(open);
                    }
                    Thread.sleep(PACE_MILLIS);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (RuntimeException closed) {
                System.err.println("A desk was closed, and hears and does nothing any more: " + closed);
            } finally {
                working = false;
            }
        }

        /** Leaves nothing behind, if the desk is still open. */
        void completeAll() throws InterruptedException {
            for (JsonNode item = held.poll(); item != null; item = held.poll()) {
                JsonNode done = item;
                act(open -> open.complete(
                        done.path("workItemId").asText(),
                        "bench",
                        done.at("/latest/messageId").asText()));
            }
            while (working && !toDo.isEmpty()) {
                Thread.sleep(PACE_MILLIS);
            }
        }
    }

    private void play(int rate, int seconds) throws InterruptedException {
        long begin = System.nanoTime();
        try (ExecutorService hands = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < rate * seconds; i++) {
                long due = begin + (long) (1e9 * i / rate);
                TimeUnit.NANOSECONDS.sleep(Math.max(0, due - System.nanoTime()));
                hands.execute(this::send);
            }
        }
    }

    private void send() {
        String mid = "m_bench_" + UUID.randomUUID();
        long begin = System.nanoTime();
        try {
            int status = door.message("5" + mid.hashCode(), mid, "Can you help me please?");
            long now = System.nanoTime();
            if (status == 200) {
                answered.put(mid, now);
                webhook.recordValue(Math.min(LONGEST_MICROS, (now - begin) / 1000));
            } else {
                refused.incrementAndGet();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException away) {
            refused.incrementAndGet();
        }
    }

    private void settle() throws InterruptedException {
        for (int i = 0; i < 60 && !offered.keySet().containsAll(answered.keySet()); i++) {
            Thread.sleep(500);
        }
    }

    private void forget() {
        answered.clear();
        offered.clear();
        webhook.reset();
        refused.set(0);
    }

    private void report(int rate, int seconds) {
        Histogram offer = new Histogram(LONGEST_MICROS, 3);
        long missing = 0;
        for (Map.Entry<String, Long> message : answered.entrySet()) {
            Long at = offered.get(message.getKey());
            if (at == null) {
                missing++;
            } else {
                // An offer may overtake the answer to its webhook; that is no time at all.
                offer.recordValue(Math.min(LONGEST_MICROS, Math.max(0, at - message.getValue()) / 1000));
            }
        }
        System.out.printf(
                "%d messages/s for %d s: %d answered, %d refused, %d never offered%n",
                rate, seconds, answered.size(), refused.get(), missing);
        print("webhook answered", webhook, 0, 0);
        print("answered to offer", offer, 150, 500);
    }

    private static void print(String what, Histogram figures, double gate50, double gate99) {
        double p50 = figures.getValueAtPercentile(50) / 1000.0;
        double p99 = figures.getValueAtPercentile(99) / 1000.0;
        System.out.printf(
                "%-18s p50 %7.1f ms  p99 %7.1f ms  max %7.1f ms", what, p50, p99, figures.getMaxValue() / 1000.0);
        if (gate50 > 0) {
            System.out.printf("   of the limits: p50 %.2f, p99 %.2f", p50 / gate50, p99 / gate99);
        }
        System.out.println();
    }
}
