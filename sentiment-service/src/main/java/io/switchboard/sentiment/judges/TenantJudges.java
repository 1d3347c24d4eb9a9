package io.switchboard.sentiment.judges;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.switchboard.kit.persistence.DatabaseAwayException;
import io.switchboard.sentiment.judges.JudgeStore.InForce;
import io.switchboard.sentiment.understanding.RelevanceHead;
import io.switchboard.sentiment.understanding.Understand;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/**
 * What each tenant's messages are judged with. Every replica asks the database every few seconds; while it is away, all
 * stays as it is, and a tenant whose judge is not known yet gets the one that ships.
 */
@ApplicationScoped
public class TenantJudges {
    private static final Logger LOG = Logger.getLogger(TenantJudges.class);

    private record Used(int version, RelevanceHead head) {}

    private final JudgeStore store;
    private final RelevanceHead shipped;
    private final MeterRegistry metrics;
    private final Map<String, Used> used = new ConcurrentHashMap<>();
    private final Map<String, Double> calibrationErrors = new ConcurrentHashMap<>();

    TenantJudges(JudgeStore store, Understand understand, MeterRegistry metrics) {
        this.store = store;
        this.shipped = understand.shipped().relevance();
        this.metrics = metrics;
    }

    /** Returns what a tenant's texts are judged with. Never waits. */
    public RelevanceHead of(String tenant) {
        Used own = used.get(tenant);
        return own == null ? shipped : own.head();
    }

    /** Returns how judgements tell the judge of a tenant from the one that ships. */
    static String whose(String tenant, int version) {
        return "@" + tenant + "-" + version;
    }

    @Scheduled(
            every = "${switchboard.judges.poll}",
            concurrentExecution = ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    void follow() {
        try {
            store.inForce().forEach(this::use);
        } catch (DatabaseAwayException away) {
            // It is asked again soon.
            LOG.debugf("judges not looked at: %s", away.getClass().getSimpleName());
        }
    }

    /** Judges with what is in force from now on. */
    synchronized void use(InForce inForce) {
        Used now = used.get(inForce.tenant());
        if (now == null ? inForce.judge() != 0 : now.version() != inForce.judge()) {
            used.put(inForce.tenant(), new Used(inForce.judge(), load(inForce)));
            measure(inForce);
            LOG.infof("%s is judged by version %d", inForce.tenant(), inForce.judge());
        }
    }

    private RelevanceHead load(InForce inForce) {
        if (inForce.judge() == 0) {
            return shipped;
        }
        String name = inForce.tenant() + "/" + inForce.judge();
        try {
            byte[] bytes = store.head(inForce.tenant(), inForce.judge())
                    .orElseThrow(() -> new IOException("The head " + name + " is not ready"));
            return RelevanceHead.of(ByteBuffer.wrap(bytes), name, whose(inForce.tenant(), inForce.judge()));
        } catch (IOException | IllegalArgumentException damaged) {
            LOG.errorf("%s: not used, the shipped judge stays: %s", name, damaged.getMessage());
            return shipped;
        }
    }

    /** There are few tenants, so each may have a gauge. */
    private void measure(InForce inForce) {
        double error = store.find(inForce.tenant(), inForce.judge())
                .map(JudgeVersion::report)
                .map(report -> report.at("/after/calibrationError/value").asDouble(Double.NaN))
                .orElse(Double.NaN);
        if (calibrationErrors.put(inForce.tenant(), error) == null) {
            Gauge.builder(
                            "switchboard.calibration.error",
                            calibrationErrors,
                            errors -> errors.getOrDefault(inForce.tenant(), Double.NaN))
                    .description(
                            "how far the tenant's own judge is from right about its sureness, on corrections left out")
                    .tag("tenant", inForce.tenant())
                    .register(metrics);
        }
    }
}
