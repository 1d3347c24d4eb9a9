package io.switchboard.sentiment.messaging;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.switchboard.contracts.message.Relevance;
import io.switchboard.contracts.message.Understanding;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** Counts what was understood. Counters are kept: to look one up in the registry costs more than to count. */
@ApplicationScoped
class Counts {
    private final ConcurrentMap<Labels, Counter> counters = new ConcurrentHashMap<>();
    private final MeterRegistry metrics;

    Counts(MeterRegistry metrics) {
        this.metrics = metrics;
    }

    /** What judgements are counted by. */
    private record Labels(Relevance relevance, String language, String tier) {}

    void count(Understanding meaning) {
        var labels = new Labels(meaning.relevance(), meaning.language(), meaning.tier());
        counters.computeIfAbsent(labels, this::counter).increment();
    }

    private Counter counter(Labels labels) {
        return metrics.counter(
                "switchboard.messages.understood",
                "relevance",
                labels.relevance().name().toLowerCase(Locale.ROOT),
                "language",
                labels.language(),
                "tier",
                labels.tier());
    }
}
