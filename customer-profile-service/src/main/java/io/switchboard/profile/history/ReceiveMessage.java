package io.switchboard.profile.history;

import io.smallrye.mutiny.Uni;
import io.switchboard.contracts.message.Message;
import io.switchboard.contracts.message.MessageReceived;
import io.switchboard.profile.ledger.Fact;
import io.switchboard.profile.ledger.LedgerConfig;
import io.switchboard.profile.ledger.LedgerStore;
import io.switchboard.profile.tenancy.TenantTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Takes a received message into the history; the ledger counts it from here on. */
@ApplicationScoped
public class ReceiveMessage {
    private final TenantTransaction transaction;
    private final HistoryStore history;
    private final LedgerStore ledger;
    private final LedgerConfig config;

    ReceiveMessage(TenantTransaction transaction, HistoryStore history, LedgerStore ledger, LedgerConfig config) {
        this.transaction = transaction;
        this.history = history;
        this.ledger = ledger;
        this.config = config;
    }

    /** Takes one message. */
    public Uni<Void> take(MessageReceived received) {
        Message message = received.message();
        var fact = new Fact.Received(message.receivedAt().plus(config.waitingLimit()));
        return transaction.in(
                message.tenant(),
                session -> history.heard(session, message, null)
                        .chain(() -> ledger.learn(
                                session, message.tenant(), message.centre(), List.of(message.messageId()), fact)));
    }
}
