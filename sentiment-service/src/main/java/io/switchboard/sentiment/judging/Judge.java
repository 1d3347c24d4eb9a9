package io.switchboard.sentiment.judging;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import io.switchboard.contracts.message.Relevance;
import io.switchboard.contracts.message.Understanding;
import io.switchboard.contracts.message.Visibility;
import io.switchboard.sentiment.judges.TenantJudges;
import io.switchboard.sentiment.taxonomy.TenantTopics;
import io.switchboard.sentiment.understanding.First;
import io.switchboard.sentiment.understanding.TenantJudge;
import io.switchboard.sentiment.understanding.Text;
import io.switchboard.sentiment.understanding.Understand;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** The one way to a judgement, for messages as for requests. */
@ApplicationScoped
public class Judge {
    private final Understand understand;
    private final TenantTopics topics;
    private final TenantJudges heads;
    private final SecondOpinions second;
    private final Recent recent;
    private final MeterRegistry metrics;
    /** Kept: to look one up in the registry costs more than to count. */
    private final ConcurrentMap<Labels, Counter> counters = new ConcurrentHashMap<>();

    /** What judgements are counted by. */
    private record Labels(String tenant, String outcome) {}

    Judge(
            Understand understand,
            TenantTopics topics,
            TenantJudges heads,
            SecondOpinions second,
            Recent recent,
            MeterRegistry metrics) {
        this.understand = understand;
        this.topics = topics;
        this.heads = heads;
        this.second = second;
        this.recent = recent;
        this.metrics = metrics;
    }

    /**
     * Judges a text for a tenant. Any text gets an answer, an empty one too; it may come later, from another thread.
     *
     * @param visibility only public texts can be judged chaff
     */
    public Uni<Understanding> of(String tenant, String text, Visibility visibility) {
        return Uni.createFrom()
                .deferred(() -> judge(new Text(text, visibility, of(tenant))))
                .invoke(meaning -> count(tenant, meaning));
    }

    private Uni<Understanding> judge(Text text) {
        var key = new Recent.Key(understand.seen(text), text.visibility(), text.tenant());
        return recent.find(key).map(known -> Uni.createFrom().item(known)).orElseGet(() -> {
            First first = understand.first(text);
            return both(first).invoke(meaning -> keep(key, first, meaning));
        });
    }

    /** Who was not heard for want of time may be the next time. */
    private void keep(Recent.Key key, First first, Understanding meaning) {
        if (!second.isWanted(first) || !meaning.equals(first.understanding())) {
            recent.keep(key, meaning);
        }
    }

    private Uni<Understanding> both(First first) {
        return second.isWorth(first)
                ? Uni.createFrom().completionStage(() -> second.of(first))
                : Uni.createFrom().item(first.understanding());
    }

    /** Forgets the texts that are remembered for a while, all of them: whose they are is not known. */
    public void forgetTexts() {
        recent.forget();
    }

    private TenantJudge of(String tenant) {
        return new TenantJudge(topics.of(tenant), heads.of(tenant));
    }

    /** There are few tenants, so each may be told apart. */
    private void count(String tenant, Understanding meaning) {
        String outcome = meaning.relevance() == Relevance.CHAFF
                ? "dropped"
                : meaning.reasons().contains(Understand.UNSURE) ? "unsure" : "kept";
        counters.computeIfAbsent(new Labels(tenant, outcome), this::counter).increment();
    }

    private Counter counter(Labels labels) {
        return metrics.counter("switchboard.judgements", "tenant", labels.tenant(), "outcome", labels.outcome());
    }
}
