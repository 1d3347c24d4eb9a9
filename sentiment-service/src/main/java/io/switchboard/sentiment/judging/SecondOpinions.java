package io.switchboard.sentiment.judging;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.switchboard.contracts.message.Understanding;
import io.switchboard.sentiment.understanding.First;
import io.switchboard.sentiment.understanding.SecondHeads;
import io.switchboard.sentiment.understanding.Understand;
import io.switchboard.transformer.Embedder;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import org.jboss.logging.Logger;

/**
 * The slow judge: a transformer hears what the fast one is unsure of and what matters, eight texts at a time on one thread of
 * its own, within a budget. Nobody waits for it longer than they have patience; who is not heard in time, or when the machine
 * can't run it, goes on with what the fast judge said.
 */
@ApplicationScoped
class SecondOpinions {
    private static final Logger LOG = Logger.getLogger(SecondOpinions.class);
    private static final String NAME = "switchboard.second.opinions";

    private final Understand understand;
    private final SecondOpinionConfig config;
    private final Waiting waiting;
    private final AtomicLong numbers = new AtomicLong();
    private final Counter given;
    private final Counter late;
    private final Counter shed;
    private final Counter failed;
    private final Counter busy;
    private final Thread worker =
            Thread.ofPlatform().name("second-opinions").daemon().unstarted(this::work);
    private volatile boolean ready;

    SecondOpinions(Understand understand, SecondOpinionConfig config, MeterRegistry metrics) {
        if (config.share() <= 0 || config.share() > 1) {
            throw new IllegalArgumentException("switchboard.second-opinion.share must be above 0 and at most 1");
        }
        this.understand = understand;
        this.config = config;
        this.waiting = new Waiting(config.waiting());
        this.given = metrics.counter(NAME, "outcome", "given");
        this.late = metrics.counter(NAME, "outcome", "late");
        this.shed = metrics.counter(NAME, "outcome", "shed");
        this.failed = metrics.counter(NAME, "outcome", "failed");
        this.busy = Counter.builder("switchboard.second.opinion.busy.seconds")
                .description("time that the slow judge computed; its rate over the budget is the share used")
                .register(metrics);
        Gauge.builder("switchboard.second.opinion.budget", config, SecondOpinionConfig::share)
                .description("how much of one processor the slow judge may use")
                .register(metrics);
    }

    void start(@Observes StartupEvent started) {
        if (config.enabled()) {
            worker.start();
        }
    }

    void end(@Observes ShutdownEvent stopping) {
        worker.interrupt();
    }

    /** Returns whether the slow judge is there; it takes some seconds after the start. */
    boolean isReady() {
        return ready;
    }

    /** Returns whether it is worth asking. */
    boolean isWorth(First first) {
        return ready && isWanted(first);
    }

    /** Returns whether it would be asked if it were there. */
    boolean isWanted(First first) {
        return config.enabled() && first.worth() >= config.leastWorth();
    }

    /** Returns what both judges say, or the fast one alone when the slow one has no time. Never fails, never comes late. */
    CompletionStage<Understanding> of(First first) {
        var asked = new Asked(numbers.incrementAndGet(), first, new CompletableFuture<>());
        waiting.add(asked).ifPresent(who -> {
            shed.increment();
            who.withoutSecond();
        });
        // A copy, so that who is late for it is told apart from who was heard.
        return asked.answer()
                .copy()
                .completeOnTimeout(first.understanding(), config.patience().toMillis(), TimeUnit.MILLISECONDS)
                .whenComplete((_, _) -> goneWithout(asked));
    }

    private void goneWithout(Asked asked) {
        if (!asked.answer().isDone()) {
            late.increment();
            asked.withoutSecond();
            waiting.remove(asked);
        }
    }

    private void work() {
        try (Embedder embedder = Embedder.load()) {
            SecondHeads heads = SecondHeads.load(Embedder.MODEL, Embedder.SIZE);
            ready = true;
            LOG.infof("second opinions by %s", Embedder.MODEL);
            while (!Thread.currentThread().isInterrupted()) {
                hear(waiting.take(Embedder.BATCH), embedder, heads);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (IOException | UncheckedIOException | LinkageError missing) {
            LOG.errorf(missing, "no second opinions: the fast judge judges alone");
        } finally {
            ready = false;
        }
    }

    private void hear(List<Asked> some, Embedder embedder, SecondHeads heads) throws InterruptedException {
        long begin = System.nanoTime();
        List<Asked> batch = some.stream()
                .filter(Predicate.not(one -> one.answer().isDone()))
                .toList();
        try {
            List<float[]> embeddings = embedder.embed(batch.stream()
                    .map(one -> one.first().masked(Embedder.BRAND))
                    .toList());
            for (int i = 0; i < batch.size(); i++) {
                Asked one = batch.get(i);
                if (one.answer().complete(understand.second(one.first(), embeddings.get(i), heads, Embedder.MODEL))) {
                    given.increment();
                }
            }
        } catch (RuntimeException broken) {
            failed.increment(batch.size());
            LOG.errorf("a second opinion failed: %s", broken.getClass().getSimpleName());
            batch.forEach(Asked::withoutSecond);
        }
        rest(System.nanoTime() - begin);
    }

    /** Keeps to the budget. */
    private void rest(long computed) throws InterruptedException {
        busy.increment(computed / 1e9);
        TimeUnit.NANOSECONDS.sleep((long) (computed * (1 / config.share() - 1)));
    }
}
