package io.switchboard.sentiment.audit;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.switchboard.kit.persistence.DatabaseAwayException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import org.jboss.logging.Logger;

/** Deletes samples that were kept long enough, looked at or not: they are what people wrote. */
@ApplicationScoped
class AuditSweep {
    private static final Logger LOG = Logger.getLogger(AuditSweep.class);
    private static final Duration KEPT = Duration.ofDays(90);

    private final AuditStore store;

    AuditSweep(AuditStore store) {
        this.store = store;
    }

    @Scheduled(every = "1h", delayed = "1m", concurrentExecution = ConcurrentExecution.SKIP)
    void sweep() {
        try {
            store.deleteBefore(Instant.now().minus(KEPT));
        } catch (DatabaseAwayException away) {
            // What is too old now is so in an hour, too.
            LOG.debugf("samples not swept: %s", away.getClass().getSimpleName());
        }
    }
}
