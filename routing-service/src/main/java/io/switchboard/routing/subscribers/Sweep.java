package io.switchboard.routing.subscribers;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.switchboard.kit.persistence.Sql;
import io.switchboard.kit.persistence.TenantJdbc;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Keeps what is stored bounded: what waited too long for a subscriber that is away becomes a dead letter, and what is long
 * settled is removed.
 */
@ApplicationScoped
class Sweep {
    private static final Logger LOG = Logger.getLogger(Sweep.class);
    /** Small transactions: nobody waits long for one. */
    private static final int AT_ONCE = 1000;

    /** Where a subscriber answers, each event has its own attempts and fails by them; a backlog is no reason to give up. */
    private static final String EXPIRE = """
            update delivery set state = 'DEAD', settled_at = ?, reason = coalesce(reason, 'not-tried')
            where id in (
                select d.id from delivery d join subscription_duty y on y.subscription = d.subscription
                where d.state = 'WAITING' and d.try_until < ? and y.tenant = ?
                    and (y.paused is not null or y.failing_since < ?)
                limit ? for update of d skip locked)
            """;

    private static final String FORGET = """
            delete from delivery where id in (
                select id from delivery
                where (state = 'DELIVERED' and settled_at < ?) or (state = 'DEAD' and settled_at < ?)
                limit ?)
            """;

    private final TenantJdbc database;
    private final SubscribersConfig config;
    private final SenderMetrics metrics;

    Sweep(TenantJdbc database, SubscribersConfig config, SenderMetrics metrics) {
        this.database = database;
        this.config = config;
        this.metrics = metrics;
    }

    @Scheduled(every = "1m", delayed = "1m", concurrentExecution = ConcurrentExecution.SKIP)
    void everyMinute() {
        try {
            sweep(Instant.now());
        } catch (RuntimeException away) {
            LOG.debugf("not swept: %s", away.getClass().getSimpleName());
        }
    }

    void sweep(Instant now) {
        List<String> tenants = database.ofNobody(transaction -> Sql.list(
                transaction, "select distinct tenant from subscription_duty order by tenant", row -> row.getString(1)));
        for (String tenant : tenants) {
            metrics.expired(untilNoneIsLeft(tenant, EXPIRE, now, now, tenant, now.minus(config.keepTrying()), AT_ONCE));
            untilNoneIsLeft(tenant, FORGET, now.minus(config.keepDelivered()), now.minus(config.keepDead()), AT_ONCE);
        }
    }

    private int untilNoneIsLeft(String tenant, String sql, Object... values) {
        int all = 0;
        int some;
        do {
            some = database.in(tenant, transaction -> Sql.update(transaction, sql, values));
            all += some;
        } while (some == AT_ONCE);
        return all;
    }
}
