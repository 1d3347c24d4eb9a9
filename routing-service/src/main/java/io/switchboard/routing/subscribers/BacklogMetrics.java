package io.switchboard.routing.subscribers;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.switchboard.kit.persistence.Sql;
import io.switchboard.kit.persistence.TenantJdbc;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Shows how far each subscriber is behind. Every replica shows the same; none when the database is away. */
@ApplicationScoped
class BacklogMetrics {
    private static final Logger LOG = Logger.getLogger(BacklogMetrics.class);
    private static final String SUBSCRIPTION = "subscription";
    private static final String WAITING = """
            select y.subscription, y.down or y.paused is not null as silent, count(d.id) as waiting,
                min(d.created_at) as oldest
            from subscription_duty y
                left join delivery d on d.subscription = y.subscription and d.state = 'WAITING'
            where y.tenant = ? group by y.subscription
            """;

    private final TenantJdbc database;
    private final MultiGauge backlog;
    private final MultiGauge oldest;
    private final MultiGauge silent;

    BacklogMetrics(TenantJdbc database, MeterRegistry metrics) {
        this.database = database;
        this.backlog = MultiGauge.builder("switchboard.webhook.backlog")
                .description("events that wait for a subscriber")
                .register(metrics);
        this.oldest = MultiGauge.builder("switchboard.webhook.oldest")
                .description("how long the oldest of them waits")
                .baseUnit("seconds")
                .register(metrics);
        this.silent = MultiGauge.builder("switchboard.webhook.silent")
                .description("1: the subscriber is down or the subscription paused")
                .register(metrics);
    }

    private record Line(
            String subscription,
            boolean silent,
            long waiting,
            @Nullable Instant oldest) {
        long oldestSeconds(Instant now) {
            return oldest == null
                    ? 0
                    : Math.max(0, Duration.between(oldest, now).toSeconds());
        }
    }

    @Scheduled(every = "15s", delayed = "15s", concurrentExecution = ConcurrentExecution.SKIP)
    void look() {
        try {
            show(count(), Instant.now());
        } catch (RuntimeException away) {
            LOG.debugf("backlog not counted: %s", away.getClass().getSimpleName());
            show(List.of(), Instant.now());
        }
    }

    private List<Line> count() {
        List<Line> all = new ArrayList<>();
        List<String> tenants = database.ofNobody(transaction ->
                Sql.list(transaction, "select distinct tenant from subscription_duty", row -> row.getString(1)));
        for (String tenant : tenants) {
            all.addAll(
                    database.in(tenant, transaction -> Sql.list(transaction, WAITING, BacklogMetrics::line, tenant)));
        }
        return all;
    }

    private void show(List<Line> lines, Instant now) {
        backlog.register(rows(lines, Line::waiting), true);
        oldest.register(rows(lines, line -> line.oldestSeconds(now)), true);
        silent.register(rows(lines, line -> line.silent ? 1 : 0), true);
    }

    private static List<Row<?>> rows(List<Line> lines, java.util.function.ToLongFunction<Line> value) {
        List<Row<?>> rows = new ArrayList<>();
        lines.forEach(line -> rows.add(Row.of(Tags.of(SUBSCRIPTION, line.subscription), value.applyAsLong(line))));
        return rows;
    }

    private static Line line(ResultSet row) throws SQLException {
        return new Line(
                row.getString("subscription"),
                row.getBoolean("silent"),
                row.getLong("waiting"),
                Sql.instant(row, "oldest"));
    }
}
