package io.switchboard.sentiment.judging;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.Mock;
import io.smallrye.mutiny.Uni;
import io.switchboard.contracts.message.Understanding;
import io.switchboard.contracts.message.Visibility;
import io.switchboard.sentiment.judges.TenantJudges;
import io.switchboard.sentiment.taxonomy.TenantTopics;
import io.switchboard.sentiment.understanding.Understand;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/** The judge itself, which a test can make wait, or fail at first, for one text; as a slower tier would. */
@Mock
@Singleton
public class HeldJudge extends Judge {
    private final Map<String, CompletableFuture<Void>> held = new ConcurrentHashMap<>();
    private final Map<String, Exception> failing = new ConcurrentHashMap<>();

    HeldJudge(
            Understand understand,
            TenantTopics topics,
            TenantJudges heads,
            SecondOpinions second,
            Recent recent,
            MeterRegistry metrics) {
        super(understand, topics, heads, second, recent, metrics);
    }

    /** Answers for this text only when what is returned completes. */
    public CompletableFuture<Void> hold(String text) {
        return held.computeIfAbsent(text, _ -> new CompletableFuture<>());
    }

    /** Fails for this text, once. */
    public void fail(String text, Exception failure) {
        failing.put(text, failure);
    }

    @Override
    public Uni<Understanding> of(String tenant, String text, Visibility visibility) {
        Exception failure = failing.remove(text);
        if (failure != null) {
            return Uni.createFrom().failure(failure);
        }
        CompletableFuture<Void> release = held.getOrDefault(text, CompletableFuture.completedFuture(null));
        return Uni.createFrom().completionStage(release).flatMap(_ -> super.of(tenant, text, visibility));
    }
}
