package io.switchboard.profile.identity;

import io.smallrye.mutiny.Uni;
import io.switchboard.contracts.message.Message;
import io.switchboard.contracts.message.MessageIdentified;
import io.switchboard.contracts.message.MessageUnderstood;
import io.switchboard.contracts.message.Relevance;
import io.switchboard.contracts.message.Understanding;
import io.switchboard.contracts.message.Visibility;
import io.switchboard.profile.customer.CustomerProfile;
import io.switchboard.profile.history.HistoryStore;
import io.switchboard.profile.ledger.Fact;
import io.switchboard.profile.ledger.LedgerConfig;
import io.switchboard.profile.ledger.LedgerStore;
import io.switchboard.profile.tenancy.TenantTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Takes an understood message: chaff ends in the ledger, of every other it is found out who wrote it. */
@ApplicationScoped
public class IdentifyMessage {
    private final TenantTransaction transaction;
    private final Identities identities;
    private final Clues clues;
    private final Links links;
    private final HistoryStore history;
    private final LedgerStore ledger;
    private final LedgerConfig config;

    IdentifyMessage(
            TenantTransaction transaction,
            Identities identities,
            Clues clues,
            Links links,
            HistoryStore history,
            LedgerStore ledger,
            LedgerConfig config) {
        this.transaction = transaction;
        this.identities = identities;
        this.clues = clues;
        this.links = links;
        this.history = history;
        this.ledger = ledger;
        this.config = config;
    }

    /**
     * Takes one message, in one transaction. It need not have been received here before: the two topics are read
     * independently.
     *
     * @return who wrote it; empty for chaff
     */
    public Uni<Optional<Identified>> take(MessageUnderstood understood) {
        Message message = understood.message();
        Understanding understanding = understood.understanding();
        return transaction.in(
                message.tenant(),
                session -> history.heard(session, message, understanding)
                        .chain(() -> learn(
                                session,
                                message,
                                new Fact.Received(message.receivedAt().plus(config.waitingLimit()))))
                        .chain(() -> isChaff(message, understanding)
                                ? learn(session, message, new Fact.JudgedChaff(whyChaff(understanding)))
                                        .replaceWith(Optional.empty())
                                : identities
                                        .whoWrote(session, message)
                                        .flatMap(writer -> resolved(session, understood, writer))
                                        .map(Optional::of)));
    }

    private static boolean isChaff(Message message, Understanding understanding) {
        // What somebody wrote to the organisation alone always deserves an answer, whatever a model says.
        return message.visibility() == Visibility.PUBLIC && understanding.relevance() == Relevance.CHAFF;
    }

    private static String whyChaff(Understanding understanding) {
        String reason = understanding.reasons().isEmpty()
                ? "no reason given"
                : understanding.reasons().getFirst();
        return reason + " (" + understanding.model() + ")";
    }

    private Uni<Void> learn(Mutiny.Session session, Message message, Fact fact) {
        return ledger.learn(session, message.tenant(), message.centre(), List.of(message.messageId()), fact);
    }

    /** What a message says of its writer counts before anybody hears who wrote it. */
    private Uni<Identified> resolved(Mutiny.Session session, MessageUnderstood understood, CustomerProfile writer) {
        Message message = understood.message();
        boolean met = writer.wasMetBy(message.messageId());
        return clues.note(session, message)
                .chain(() -> links.byAccountNumber(session, message, writer))
                .map(linked -> linked.map(now -> identified(understood, now, met, writer.id()))
                        .orElseGet(() -> identified(understood, writer, met, null)));
    }

    private static Identified identified(
            MessageUnderstood understood, CustomerProfile customer, boolean met, @Nullable UUID linked) {
        return new Identified(
                new MessageIdentified(understood.message(), understood.understanding(), customer.customer()),
                met,
                linked);
    }
}
