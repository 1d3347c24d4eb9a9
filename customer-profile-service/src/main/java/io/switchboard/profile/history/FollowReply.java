package io.switchboard.profile.history;

import io.smallrye.mutiny.Uni;
import io.switchboard.contracts.reply.ReplyRequested;
import io.switchboard.contracts.reply.ReplySettled;
import io.switchboard.profile.ledger.Fact;
import io.switchboard.profile.ledger.LedgerStore;
import io.switchboard.profile.ledger.ReplyUnderWay;
import io.switchboard.profile.tenancy.TenantTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Follows an agent's reply to the provider. Only a reply that the provider took answers the messages before it. */
@ApplicationScoped
public class FollowReply {
    private final TenantTransaction transaction;
    private final HistoryStore history;
    private final LedgerStore ledger;
    private final WorkStore work;

    FollowReply(TenantTransaction transaction, HistoryStore history, LedgerStore ledger, WorkStore work) {
        this.transaction = transaction;
        this.history = history;
        this.ledger = ledger;
        this.work = work;
    }

    /** Takes a reply that is on its way. */
    public Uni<Void> requested(ReplyRequested reply) {
        return transaction.in(
                reply.tenant(),
                session -> history.requested(session, reply)
                        .chain(() -> learn(session, reply, underWay(reply, null, null))));
    }

    /** Takes what became of a reply; the request need not have been seen before. */
    public Uni<Void> settled(ReplySettled settled) {
        ReplyRequested reply = settled.reply();
        return transaction.in(
                reply.tenant(),
                session -> history.settled(session, settled)
                        .chain(() -> learn(session, reply, outcome(settled)))
                        .chain(() -> firstAnswer(session, settled)));
    }

    private Uni<Void> firstAnswer(Mutiny.Session session, ReplySettled settled) {
        return settled.outcome() == ReplySettled.Outcome.SENT
                ? work.answered(session, settled.reply(), settled.settledAt())
                : Uni.createFrom().voidItem();
    }

    private static Fact outcome(ReplySettled settled) {
        ReplyRequested reply = settled.reply();
        return switch (settled.outcome()) {
            case SENT -> new Fact.Answered(reply.replyId());
            case FAILED -> underWay(reply, settled.settledAt(), "failed: " + settled.reason());
            case UNKNOWN -> underWay(reply, settled.settledAt(), "unknown whether sent: " + settled.reason());
        };
    }

    private static Fact underWay(ReplyRequested reply, @Nullable Instant settledAt, @Nullable String reason) {
        return new Fact.IsReplied(
                new ReplyUnderWay(reply.replyId(), reply.agent(), reply.requestedAt(), settledAt, reason));
    }

    private Uni<Void> learn(Mutiny.Session session, ReplyRequested reply, Fact fact) {
        return ledger.learn(session, reply.tenant(), reply.centre(), reply.answers(), fact);
    }
}
