package io.switchboard.bench.routing;

import com.fasterxml.jackson.databind.JsonNode;
import io.switchboard.contracts.Topics;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

/**
 * Kills the replica that decides while very much waits, with or without another one standing by: when does it decide
 * again, and is everything still there, once?
 */
final class Recovery {
    private static final int AGENTS = 200;
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private final Set<String> queued = new HashSet<>();
    private final Set<String> offered = new HashSet<>();
    private int offeredTwice;
    private int gaps;
    private long sequence;
    private volatile int waiting;
    private final AtomicInteger offers = new AtomicInteger();
    private volatile long lastEventAt;

    void run(int items, boolean standby) throws Exception {
        try (var stage = new Stage()) {
            Replica first = stage.start("routing-0", standby ? 1 : 0);
            try (var wire = new Wire(stage.brokers(), this::seen)) {
                wire.send(Topics.ROUTING_SETUP, Scripts.setup("1", AGENTS, items / AGENTS + 1));
                long start = System.nanoTime();
                for (int i = 0; i < items; i++) {
                    wire.send(Topics.MESSAGES_IDENTIFIED, Scripts.message(UUID.randomUUID()));
                }
                wire.flush();
                until(() -> waiting == items);
                System.out.printf("%,d work items wait after %.1f s%n", items, seconds(start, lastEventAt));
                Replica second = standby ? stage.start("routing-1", 1) : first;
                // A standby has to read what there is; the first replica decides on all partitions or on its share.
                Thread.sleep(standby ? 15_000 : 1_000);
                killAndWait(wire, first, second, standby, items);
                offerAll(wire, items + 1);
            }
        }
    }

    private void killAndWait(Wire wire, Replica first, Replica second, boolean standby, int items)
            throws InterruptedException, TimeoutException {
        long killed = System.nanoTime();
        first.kill();
        if (standby) {
            // Which of the two held the centre is Kafka's choice: when it was the second, its own end comes now.
            System.out.println("the first replica was killed; another one stands by");
        } else {
            second.start();
            System.out.printf("ready again %.1f s after kill -9%n", seconds(killed, System.nanoTime()));
        }
        wire.send(Topics.MESSAGES_IDENTIFIED, Scripts.message(UUID.randomUUID()));
        until(() -> waiting == items + 1);
        System.out.printf("decides again %.1f s after kill -9%n", seconds(killed, lastEventAt));
    }

    private void offerAll(Wire wire, int items) throws InterruptedException, TimeoutException {
        long start = System.nanoTime();
        for (int i = 0; i < AGENTS; i++) {
            wire.send(Topics.ROUTING_COMMANDS, Scripts.presence("a" + i, "AVAILABLE"));
        }
        until(() -> offers.get() >= items);
        Thread.sleep(1_000);
        System.out.printf(
                "all %,d offered within %.1f s; offered twice: %d; lost: %d; gaps in the sequence: %d%n",
                offered.size(), seconds(start, lastEventAt), offeredTwice, items - offered.size(), gaps);
        if (offeredTwice > 0 || offered.size() != items || gaps > 0) {
            throw new IllegalStateException("work was lost or doubled");
        }
    }

    private void seen(JsonNode event, long at) {
        lastEventAt = at;
        long next = event.get("sequence").asLong();
        gaps += next == sequence + 1 ? 0 : 1;
        sequence = next;
        String type = event.get("type").asText();
        if (type.equals("work-queued")
                && queued.add(event.at("/workItem/workItemId").asText())) {
            waiting = queued.size();
        } else if (type.equals("work-offered")) {
            offeredTwice += offered.add(event.at("/workItem/workItemId").asText()) ? 0 : 1;
            offers.incrementAndGet();
        }
    }

    private static void until(BooleanSupplier done) throws InterruptedException, TimeoutException {
        long end = System.nanoTime() + LONGEST.toNanos();
        while (!done.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new TimeoutException("not within " + LONGEST);
            }
            Thread.sleep(2);
        }
    }

    private static double seconds(long from, long to) {
        return (to - from) / 1e9;
    }
}
