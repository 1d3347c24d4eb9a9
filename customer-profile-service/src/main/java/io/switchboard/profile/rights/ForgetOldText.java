package io.switchboard.profile.rights;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.switchboard.profile.tenancy.TenantTransaction;
import io.switchboard.profile.tenancy.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** Forgets the text of messages that grew too old: a few at a time, with pauses, so that nobody who writes waits for it. */
@ApplicationScoped
class ForgetOldText {
    private static final int MOST = 200;
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final Tenants tenants;
    private final TenantTransaction transaction;
    private final RetentionStore retention;

    ForgetOldText(Tenants tenants, TenantTransaction transaction, RetentionStore retention) {
        this.tenants = tenants;
        this.transaction = transaction;
        this.retention = retention;
    }

    @Scheduled(
            every = "${switchboard.rights.retention-every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> forget() {
        return tenants.visit("old text", this::forget);
    }

    private Uni<Void> forget(String tenant) {
        return retention
                .all(tenant)
                .onItem()
                .transformToMulti(rules -> Multi.createFrom().iterable(rules))
                .onItem()
                .transformToUniAndConcatenate(rule -> all(tenant, rule))
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Void> all(String tenant, Retention rule) {
        return some(tenant, rule)
                .flatMap(forgotten -> forgotten < MOST
                        ? Uni.createFrom().voidItem()
                        : Uni.createFrom()
                                .voidItem()
                                .onItem()
                                .delayIt()
                                .by(PAUSE)
                                .chain(() -> all(tenant, rule)));
    }

    private Uni<Integer> some(String tenant, Retention rule) {
        Map<String, Object> known = new HashMap<>(Map.of(
                "tenant",
                tenant,
                "channel",
                rule.channel(),
                "before",
                Instant.now().minus(Duration.ofDays(rule.days())),
                "most",
                MOST));
        return transaction.in(tenant, session -> some(session, known, rule));
    }

    private static Uni<Integer> some(Mutiny.Session session, Map<String, Object> known, Retention rule) {
        var steps = new Steps(session, known);
        return steps.rows(ErasureSql.TOO_OLD)
                .flatMap(messages -> messages.isEmpty()
                        ? Uni.createFrom().item(0)
                        : note(steps, known, messages, rule).replaceWith(messages.size()));
    }

    /** Others keep files and corrections of these messages. */
    private static Uni<Void> note(Steps steps, Map<String, Object> known, List<String> messages, Retention rule) {
        known.put("messages", Steps.array(messages));
        known.put("members", Steps.array(List.of()));
        known.put("erasure", UUID.randomUUID());
        known.put("what", "RETENTION");
        known.put("centre", "");
        known.put("by", rule.by());
        return steps.run(ErasureSql.REASONS)
                .chain(() -> steps.rows(ErasureSql.NOTE))
                .replaceWithVoid();
    }
}
