package io.switchboard.sentiment.taxonomy;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.switchboard.kit.event.PoisonException;
import io.switchboard.kit.persistence.DatabaseAwayException;
import io.switchboard.sentiment.taxonomy.TaxonomyStore.InForce;
import io.switchboard.sentiment.understanding.Topics;
import io.switchboard.sentiment.understanding.Understand;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/**
 * What each tenant's texts are about. Every replica asks the database every few seconds and learns a new taxonomy's examples
 * by itself: the same examples give the same head. While the database is away, all stays as it is.
 */
@ApplicationScoped
public class TenantTopics {
    private static final Logger LOG = Logger.getLogger(TenantTopics.class);

    private record Used(int number, Topics topics) {}

    private final TaxonomyStore store;
    private final Topics shipped;
    private final Map<String, Used> used = new ConcurrentHashMap<>();

    TenantTopics(TaxonomyStore store, Understand understand) {
        this.store = store;
        this.shipped = understand.shipped().topics();
    }

    /** Returns what tells a tenant's topics. Never waits. */
    public Topics of(String tenant) {
        Used own = used.get(tenant);
        return own == null ? shipped : own.topics();
    }

    /** Returns what tells topics for who has no taxonomy of their own. */
    Topics shipped() {
        return shipped;
    }

    @Scheduled(
            every = "${switchboard.judges.poll}",
            concurrentExecution = ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    void follow() {
        try {
            store.all().forEach(this::use);
        } catch (DatabaseAwayException away) {
            // It is asked again soon.
            LOG.debugf("taxonomies not looked at: %s", away.getClass().getSimpleName());
        }
    }

    /** Tells topics by what is in force from now on; an older one never comes after a newer one. */
    synchronized void use(InForce inForce) {
        Used now = used.get(inForce.tenant());
        if (now != null && now.number() >= inForce.number()) {
            return;
        }
        try {
            store.find(inForce.tenant(), inForce.number())
                    .map(version -> new Topics(version.taxonomy(), shipped.taxonomy()))
                    .ifPresent(topics -> used.put(inForce.tenant(), new Used(inForce.number(), topics)));
            LOG.infof("%s has taxonomy %d", inForce.tenant(), inForce.number());
        } catch (PoisonException damaged) {
            LOG.errorf("%s/%d: taxonomy not used: %s", inForce.tenant(), inForce.number(), damaged.getMessage());
            used.put(inForce.tenant(), new Used(inForce.number(), shipped));
        }
    }
}
