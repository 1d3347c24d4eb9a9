package io.switchboard.profile.history;

import io.smallrye.mutiny.Uni;
import io.switchboard.contracts.message.Message;
import io.switchboard.profile.ledger.Fact;
import io.switchboard.profile.ledger.LedgerConfig;
import io.switchboard.profile.ledger.LedgerStore;
import io.switchboard.profile.ledger.Told;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;

/** Enters messages that came in: into the history, and the ledger counts them from here on. */
@ApplicationScoped
public class Arrivals {
    private final HistoryStore history;
    private final LedgerStore ledger;
    private final LedgerConfig config;

    Arrivals(HistoryStore history, LedgerStore ledger, LedgerConfig config) {
        this.history = history;
        this.ledger = ledger;
        this.config = config;
    }

    /**
     * Enters messages of one tenant; what is known of them already stays.
     *
     * @param arrivals each message once
     */
    public Uni<Void> enter(Mutiny.Session session, String tenant, List<Heard> arrivals) {
        return history.heard(session, tenant, arrivals)
                .chain(() -> ledger.learn(
                        session, tenant, arrivals.stream().map(this::receipt).toList()));
    }

    private Told receipt(Heard heard) {
        Message message = heard.message();
        return new Told(
                message.messageId(),
                message.centre(),
                new Fact.Received(message.receivedAt().plus(config.waitingLimit())));
    }
}
