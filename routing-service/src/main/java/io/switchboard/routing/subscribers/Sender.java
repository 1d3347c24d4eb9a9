package io.switchboard.routing.subscribers;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Sends what is due, as one of several replicas. One thread claims lines; a bounded number of others send from them.
 * Threads of the platform, since resolving a name can hold one up for long and must not hold up anything else.
 */
@ApplicationScoped
class Sender {
    private static final Logger LOG = Logger.getLogger(Sender.class);
    /** After so many of one line it is the turn of others. */
    private static final int MOST_IN_A_ROW = 20;

    private final Lines lines;
    private final Heads heads;
    private final Settling settling;
    private final Webhook webhook;
    private final SenderMetrics metrics;
    private final SecretSeal seal;
    private final InstantSource clock;
    private final int parallel;
    private final Duration poll;
    private final Semaphore free;
    private final Semaphore news = new Semaphore(0);
    private final AtomicBoolean running = new AtomicBoolean();
    private @Nullable Thread thread;

    @Inject
    Sender(
            Lines lines,
            Heads heads,
            Settling settling,
            Webhook webhook,
            SenderMetrics metrics,
            SecretSeal seal,
            SubscribersConfig config) {
        this(lines, heads, settling, webhook, metrics, seal, config.parallel(), config.poll(), InstantSource.system());
    }

    Sender(
            Lines lines,
            Heads heads,
            Settling settling,
            Webhook webhook,
            SenderMetrics metrics,
            SecretSeal seal,
            int parallel,
            Duration poll,
            InstantSource clock) {
        this.lines = lines;
        this.heads = heads;
        this.settling = settling;
        this.webhook = webhook;
        this.metrics = metrics;
        this.seal = seal;
        this.parallel = parallel;
        this.poll = poll;
        this.clock = clock;
        this.free = new Semaphore(parallel);
    }

    void begin(@Observes StartupEvent event) {
        start();
    }

    void end(@Observes ShutdownEvent event) {
        stop();
    }

    /** Begins to send, if there is a key to sign with. */
    synchronized void start() {
        if (seal.ready() && thread == null) {
            running.set(true);
            thread = Thread.ofPlatform().name("webhooks").daemon().start(this::run);
        }
    }

    /** Begins nothing new, and waits until what is under way is settled. */
    synchronized void stop() {
        Thread ending = thread;
        if (ending == null) {
            return;
        }
        running.set(false);
        lookNow();
        try {
            ending.join();
            thread = null;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Says that something may be due before the next look. */
    void lookNow() {
        news.release();
    }

    /** How many requests are under way. */
    int busy() {
        return parallel - free.availablePermits();
    }

    private void run() {
        try (ExecutorService threads = Executors.newFixedThreadPool(
                parallel, Thread.ofPlatform().name("webhook-", 0).daemon().factory())) {
            while (running.get()) {
                if (!sendWhatIsDue(threads)) {
                    waitForNews();
                }
            }
        }
    }

    /** Returns whether there may be more. */
    private boolean sendWhatIsDue(ExecutorService threads) {
        int room = free.drainPermits();
        int used = 0;
        try {
            List<Claim> claims = room == 0 ? List.of() : lines.claim(room, clock.instant());
            for (Claim claim : claims) {
                used++;
                threads.execute(() -> serve(claim));
            }
        } catch (RuntimeException away) {
            LOG.debugf("nothing claimed: %s", away.getClass().getSimpleName());
        } finally {
            free.release(room - used);
        }
        return used > 0;
    }

    private void waitForNews() {
        try {
            boolean heard = news.tryAcquire(poll.toMillis(), TimeUnit.MILLISECONDS);
            if (heard) {
                news.drainPermits();
            }
        } catch (InterruptedException e) {
            running.set(false);
        }
    }

    private void serve(Claim claim) {
        try {
            Optional<Head> head = heads.of(claim, clock.instant());
            for (int sent = 0; head.isPresent() && sent < MOST_IN_A_ROW; sent++) {
                head = send(claim, head.get());
            }
            if (head.isPresent()) {
                settling.release(claim, clock.instant());
            }
        } catch (RuntimeException failure) {
            // The claim ends by itself; what was sent but not settled is sent again, under the same id.
            LOG.warnf(
                    "subscription %s: not settled: %s",
                    claim.subscription(), failure.getClass().getSimpleName());
        } finally {
            free.release();
            lookNow();
        }
    }

    private Optional<Head> send(Claim claim, Head head) {
        long start = System.nanoTime();
        Attempt attempt = webhook.send(head, clock.instant());
        metrics.answered(attempt, Duration.ofNanos(System.nanoTime() - start));
        Settling.Outcome outcome = settling.settle(claim, head, attempt, clock.instant());
        metrics.settled(outcome);
        LOG.debugf(
                "subscription %s, event %s: %s %d",
                claim.subscription(), head.event().id(), attempt.reason(), attempt.status());
        return outcome instanceof Settling.Outcome.Arrived arrived ? arrived.next() : Optional.empty();
    }
}
