package io.switchboard.routing.streams;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.switchboard.contracts.routing.RoutingEvent;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** What an operator watches: how long decisions take, what becomes of offers, what waits, what is refused. */
@ApplicationScoped
class RoutingMetrics {
    private record CentreQueue(String centre, String queue) {}

    private final MeterRegistry registry;
    private final Timer decisions;
    private final Map<CentreQueue, AtomicInteger> waiting = new ConcurrentHashMap<>();

    RoutingMetrics(MeterRegistry registry) {
        this.registry = registry;
        this.decisions = Timer.builder("switchboard.decision.time")
                .description("from an input to what is saved and sent because of it, without Kafka")
                .publishPercentileHistogram()
                .minimumExpectedValue(Duration.ofNanos(1_000))
                .maximumExpectedValue(Duration.ofSeconds(1))
                .register(registry);
    }

    void decided(long nanos, List<RoutingEvent> events) {
        decisions.record(nanos, TimeUnit.NANOSECONDS);
        events.forEach(this::count);
    }

    private void count(RoutingEvent event) {
        switch (event) {
            case RoutingEvent.WorkOffered _ -> offer("offered");
            case RoutingEvent.OfferAccepted _ -> offer("accepted");
            case RoutingEvent.OfferDeclined _ -> offer("declined");
            case RoutingEvent.OfferExpired _ -> offer("expired");
            case RoutingEvent.OfferWithdrawn _ -> offer("withdrawn");
            case RoutingEvent.ServiceLevelAlert alert ->
                registry.counter(
                                "switchboard.service.level.alerts",
                                "queue",
                                alert.queue(),
                                "level",
                                alert.level().name().toLowerCase(Locale.ROOT))
                        .increment();
            case RoutingEvent.CommandRefused refused ->
                registry.counter("switchboard.commands.refused", "reason", refused.reason())
                        .increment();
            case RoutingEvent.WorkQueued _,
                    RoutingEvent.MessageAdded _,
                    RoutingEvent.WorkReleased _,
                    RoutingEvent.WorkCompleted _,
                    RoutingEvent.PresenceChanged _,
                    RoutingEvent.SetupApplied _,
                    RoutingEvent.WorkDeferred _,
                    RoutingEvent.WorkAssigned _,
                    RoutingEvent.WorkTransferred _,
                    RoutingEvent.WorkCancelled _,
                    RoutingEvent.WorkOverflowed _,
                    RoutingEvent.WorkRelaxed _,
                    RoutingEvent.WrapUpEnded _,
                    RoutingEvent.PriorityRaised _ -> {}
        }
    }

    private void offer(String outcome) {
        registry.counter("switchboard.offers", "outcome", outcome).increment();
    }

    void waiting(String centre, Map<String, Integer> byQueue) {
        byQueue.forEach((queue, count) -> waiting.computeIfAbsent(new CentreQueue(centre, queue), this::gauge)
                .set(count));
    }

    private AtomicInteger gauge(CentreQueue place) {
        var count = new AtomicInteger();
        Gauge.builder("switchboard.work.waiting", count, AtomicInteger::get)
                .description("work items that wait for an agent")
                .tags("centre", place.centre(), "queue", place.queue())
                .register(registry);
        return count;
    }

    void notHere(String centre) {
        waiting.forEach((place, count) -> {
            if (place.centre().equals(centre)) {
                count.set(0);
            }
        });
    }

    void deadLetter(String topic) {
        registry.counter("switchboard.dead.letters", "topic", topic).increment();
    }

    void tickFailed() {
        registry.counter("switchboard.ticks.failed").increment();
    }

    void threadReplaced() {
        registry.counter("switchboard.stream.threads.replaced").increment();
    }
}
