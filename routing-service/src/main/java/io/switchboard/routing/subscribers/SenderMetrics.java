package io.switchboard.routing.subscribers;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** Counts what became of the events that were sent. */
@ApplicationScoped
class SenderMetrics {
    private final MeterRegistry registry;

    SenderMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    void answered(Attempt attempt, Duration took) {
        Timer.builder("switchboard.webhook.answer")
                .description("From the request to a subscriber to its answer, or to giving up")
                .tag("reason", attempt.reason())
                .register(registry)
                .record(took);
    }

    void settled(Settling.Outcome outcome) {
        String word = switch (outcome) {
            case Settling.Outcome.Arrived _ -> "delivered";
            case Settling.Outcome.Later _ -> "failed";
            case Settling.Outcome.Dead _ -> "dead";
            case Settling.Outcome.Paused _ -> "gone";
            case Settling.Outcome.Lost _ -> "lost";
        };
        count(word, 1);
    }

    /** Counts events that became dead letters without another attempt. */
    void expired(int events) {
        count("dead", events);
    }

    private void count(String outcome, int events) {
        registry.counter("switchboard.webhooks", "outcome", outcome).increment(events);
    }
}
