package io.switchboard.profile.history;

import io.smallrye.mutiny.Uni;
import io.switchboard.contracts.message.MessageReceived;
import io.switchboard.profile.tenancy.TenantTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Takes received messages into the history; the ledger counts them from here on. */
@ApplicationScoped
public class ReceiveMessages {
    private final TenantTransaction transaction;
    private final Arrivals arrivals;

    ReceiveMessages(TenantTransaction transaction, Arrivals arrivals) {
        this.transaction = transaction;
        this.arrivals = arrivals;
    }

    /** Takes messages, those of a tenant in one transaction. */
    public Uni<Void> take(List<MessageReceived> received) {
        return transaction
                .each(
                        received,
                        MessageReceived::message,
                        (session, tenant, own) -> arrivals.enter(
                                session,
                                tenant,
                                own.stream()
                                        .map(one -> new Heard(one.message(), null))
                                        .toList()))
                .replaceWithVoid();
    }
}
