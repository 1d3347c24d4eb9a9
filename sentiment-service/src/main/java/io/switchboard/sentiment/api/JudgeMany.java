package io.switchboard.sentiment.api;

import io.smallrye.mutiny.Uni;
import io.switchboard.sentiment.judging.Judge;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Judges the texts of batches, as many at a time as there are processors, whoever asks: messages and other requests are judged
 * meanwhile.
 */
@ApplicationScoped
class JudgeMany {
    static final int AT_ONCE = Runtime.getRuntime().availableProcessors();

    private final Judge judge;
    private final ExecutorService threads = Executors.newFixedThreadPool(
            AT_ONCE, Thread.ofPlatform().name("judges-batches-", 0).daemon().factory());

    JudgeMany(Judge judge) {
        this.judge = judge;
    }

    /** Returns what the texts mean to a tenant, in their order. */
    Uni<Batch.Understood> of(String tenant, Batch batch) {
        List<Uni<Batch.One>> all =
                batch.texts().stream().map(item -> one(tenant, item)).toList();
        // The threads bound what computes; a judge that answers later than it computes is bounded here.
        return Uni.join().all(all).usingConcurrencyOf(AT_ONCE).andFailFast().map(Batch.Understood::new);
    }

    private Uni<Batch.One> one(String tenant, Batch.Item item) {
        return judge.of(tenant, item.text(), item.visibility())
                .map(meaning -> new Batch.One(item.id(), meaning))
                .runSubscriptionOn(threads);
    }

    @PreDestroy
    void end() {
        threads.shutdownNow();
    }
}
