package io.switchboard.profile.ledger;

import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import io.switchboard.profile.tenancy.TenantTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Enters messages that a service could not process, and raises the alarm. */
@ApplicationScoped
public class EnterDeadLetter {
    private final TenantTransaction transaction;
    private final LedgerStore ledger;
    private final MeterRegistry metrics;

    EnterDeadLetter(TenantTransaction transaction, LedgerStore ledger, MeterRegistry metrics) {
        this.transaction = transaction;
        this.ledger = ledger;
        this.metrics = metrics;
    }

    /** Enters a dead letter; a message the ledger has not met gets its row now. */
    public Uni<Void> take(DeadLetter letter) {
        return transaction
                .in(
                        letter.tenant(),
                        session -> ledger.learn(
                                session,
                                letter.tenant(),
                                letter.centre(),
                                List.of(letter.messageId()),
                                new Fact.DeadLettered(letter.reason())))
                .invoke(() -> alarm(letter.topic(), "entered"));
    }

    /** Raises the alarm for a dead letter that does not tell which message it was. */
    public Uni<Void> unknown(String topic) {
        return Uni.createFrom().voidItem().invoke(() -> alarm(topic, "unknown"));
    }

    private void alarm(String topic, String message) {
        metrics.counter("switchboard.ledger.dead.lettered", "topic", topic, "message", message)
                .increment();
    }
}
