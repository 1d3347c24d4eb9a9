package io.switchboard.sentiment.corrections;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.switchboard.contracts.customer.CustomerErased;
import io.switchboard.kit.event.Consumption;
import io.switchboard.sentiment.judging.Judge;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;

/** Forgets what is kept of messages whose customer wanted to be forgotten, or which grew too old. */
@ApplicationScoped
class TakeErasures {
    private final Corrections corrections;
    private final Judge judge;
    private final Consumption consumption;

    TakeErasures(Corrections corrections, Judge judge, Consumption consumption) {
        this.corrections = corrections;
        this.judge = judge;
        this.consumption = consumption;
    }

    @Incoming("customers-erased")
    Uni<Void> take(Message<byte[]> record) {
        return consumption.of(record, CustomerErased.class, this::forget);
    }

    private Uni<Void> forget(CustomerErased erased) {
        return Uni.createFrom()
                .item(() -> {
                    judge.forgetTexts();
                    erased.messageIds().forEach(message -> corrections.deleteOfMessage(erased.tenant(), message));
                    return erased;
                })
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                .replaceWithVoid();
    }
}
