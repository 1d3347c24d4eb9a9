package io.switchboard.kit.persistence;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import org.flywaydb.core.Flyway;
import org.jboss.logging.Logger;

/**
 * Brings the database's tables up to date when the database answers. Not at start: these services do
 * their work without the database, so a database that is away must not keep them from starting.
 */
@ApplicationScoped
public class PrepareTables {
    private static final Logger LOG = Logger.getLogger(PrepareTables.class);

    private final Flyway flyway;
    private volatile boolean done;

    PrepareTables(Flyway flyway) {
        this.flyway = flyway;
    }

    /** Returns whether the tables are there. */
    public boolean done() {
        return done;
    }

    @Scheduled(every = "2s", concurrentExecution = ConcurrentExecution.SKIP)
    void untilItIsDone() {
        if (done) {
            return;
        }
        try {
            flyway.migrate();
            done = true;
        } catch (RuntimeException away) {
            LOG.warnf(
                    "The database is not ready, the service goes on without it: %s",
                    away.getClass().getSimpleName());
        }
    }
}
