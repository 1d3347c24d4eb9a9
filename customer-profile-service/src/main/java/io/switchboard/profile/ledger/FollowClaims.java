package io.switchboard.profile.ledger;

import io.smallrye.mutiny.Uni;
import io.switchboard.contracts.message.MessagesClaimed;
import io.switchboard.profile.tenancy.TenantTransaction;
import jakarta.enterprise.context.ApplicationScoped;

/** Holds what came in against what providers say they delivered: what is missing waits with a deadline like everything else. */
@ApplicationScoped
public class FollowClaims {
    private final TenantTransaction transaction;
    private final LedgerStore ledger;
    private final LedgerConfig config;

    FollowClaims(TenantTransaction transaction, LedgerStore ledger, LedgerConfig config) {
        this.transaction = transaction;
        this.ledger = ledger;
        this.config = config;
    }

    /** Takes one claim; it changes nothing for messages that came in. */
    public Uni<Void> take(MessagesClaimed claim) {
        var fact = new Fact.Claimed(claim.deliveredSince().plus(config.waitingLimit()));
        return transaction.in(
                claim.tenant(),
                session -> ledger.learn(session, claim.tenant(), claim.centre(), claim.messageIds(), fact));
    }
}
