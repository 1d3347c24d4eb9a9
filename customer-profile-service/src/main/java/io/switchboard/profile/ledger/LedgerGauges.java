package io.switchboard.profile.ledger;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.switchboard.profile.tenancy.TenantTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.logging.Logger;

/** Shows how many messages of each centre wait, are held, are overdue or were dead-lettered. */
@ApplicationScoped
class LedgerGauges {
    private static final Logger LOG = Logger.getLogger(LedgerGauges.class);
    private static final List<LedgerState> OPEN =
            List.of(LedgerState.WAITING, LedgerState.ASSIGNED, LedgerState.DEAD_LETTERED);

    private record Centre(String tenant, String centre) {}

    private record Count(Centre of, LedgerCounts counts) {}

    private final Mutiny.SessionFactory sessions;
    private final TenantTransaction transaction;
    private final LedgerStore ledger;
    private final MultiGauge byState;
    private final MultiGauge overdue;
    private final MultiGauge missing;

    LedgerGauges(
            Mutiny.SessionFactory sessions, TenantTransaction transaction, LedgerStore ledger, MeterRegistry metrics) {
        this.sessions = sessions;
        this.transaction = transaction;
        this.ledger = ledger;
        this.byState = MultiGauge.builder("switchboard.ledger")
                .description("Messages by what became of them; only states that want attention")
                .register(metrics);
        this.overdue = MultiGauge.builder("switchboard.ledger.overdue")
                .description("Messages that wait past their deadline")
                .register(metrics);
        this.missing = MultiGauge.builder("switchboard.ledger.missing")
                .description("Messages that a provider says it delivered and that never came in")
                .register(metrics);
    }

    /** Counts anew. While the database is away the last figures stand. */
    @Scheduled(every = "${switchboard.ledger.gauges-every}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> refresh() {
        return centres()
                .onItem()
                .transformToMulti(found -> Multi.createFrom().iterable(found))
                .onItem()
                .transformToUniAndConcatenate(this::count)
                .collect()
                .asList()
                .invoke(this::show)
                .onFailure()
                .invoke(failure -> LOG.warnf("ledger gauges: not counted: %s", failure.toString()))
                .onFailure()
                .recoverWithItem(List.of())
                .replaceWithVoid();
    }

    private Uni<List<Centre>> centres() {
        return sessions.withStatelessSession(session -> session.createNativeQuery(
                        "select tenant, centre from centre", Object[].class)
                .getResultList()
                .map(rows -> rows.stream()
                        .map(row -> new Centre((String) row[0], (String) row[1]))
                        .toList()));
    }

    private Uni<Count> count(Centre centre) {
        return transaction
                .in(
                        centre.tenant(),
                        session -> ledger.countOpen(session, centre.tenant(), centre.centre(), Instant.now()))
                .map(counts -> new Count(centre, counts));
    }

    private void show(List<Count> counts) {
        byState.register(counts.stream().flatMap(LedgerGauges::rows).toList(), true);
        show(overdue, counts, LedgerCounts::overdue);
        show(missing, counts, LedgerCounts::missing);
    }

    private static void show(MultiGauge gauge, List<Count> counts, ToLongFunction<LedgerCounts> value) {
        gauge.register(
                counts.stream()
                        .<MultiGauge.Row<?>>map(
                                count -> MultiGauge.Row.of(tags(count.of()), value.applyAsLong(count.counts())))
                        .toList(),
                true);
    }

    private static Stream<MultiGauge.Row<?>> rows(Count count) {
        return OPEN.stream()
                .map(state -> MultiGauge.Row.of(
                        tags(count.of()).and("state", state.name()),
                        count.counts().in(state)));
    }

    private static Tags tags(Centre centre) {
        return Tags.of("tenant", centre.tenant(), "centre", centre.centre());
    }
}
