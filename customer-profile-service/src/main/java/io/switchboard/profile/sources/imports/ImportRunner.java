package io.switchboard.profile.sources.imports;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.Startup;
import io.quarkus.scheduler.Scheduled;
import io.switchboard.profile.sources.Sources;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/** Reads imports, one after the other, on a thread of its own; so at most one connection is used for them. */
@Startup
@ApplicationScoped
class ImportRunner {
    private static final Logger LOG = Logger.getLogger(ImportRunner.class);

    private final Sources sources;
    private final ImportRun run;
    private final UUID runner = UUID.randomUUID();
    private final AtomicBoolean busy = new AtomicBoolean();
    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("imports").daemon().factory());
    private volatile boolean stopping;

    ImportRunner(Sources sources, ImportRun run) {
        this.sources = sources;
        this.run = run;
    }

    @Scheduled(every = "${switchboard.imports.look-every:2s}")
    void look() {
        if (!stopping && busy.compareAndSet(false, true)) {
            thread.execute(this::readAll);
        }
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopping = true;
        thread.shutdown();
        // A batch is carried to its end; what is left is released.
        if (!thread.awaitTermination(5, TimeUnit.SECONDS)) {
            thread.shutdownNow();
        }
    }

    private void readAll() {
        try {
            for (String tenant : sources.tenants()) {
                Optional<Import> next = run.claim(tenant, runner);
                while (next.isPresent() && !stopping) {
                    run.read(tenant, next.get(), runner, () -> stopping);
                    next = stopping ? Optional.empty() : run.claim(tenant, runner);
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.warnf("imports: looked for later: %s", e.toString());
        } finally {
            busy.set(false);
        }
    }
}
