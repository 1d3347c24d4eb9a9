package io.switchboard.profile.history;

import io.smallrye.mutiny.Uni;
import io.switchboard.contracts.routing.RoutingEvent;
import io.switchboard.profile.ledger.FollowRouting;
import io.switchboard.profile.tenancy.TenantTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Takes routing's decisions into the story and the ledger. */
@ApplicationScoped
public class FollowWork {
    private final TenantTransaction transaction;
    private final WorkStore work;
    private final FollowRouting followRouting;

    FollowWork(TenantTransaction transaction, WorkStore work, FollowRouting followRouting) {
        this.transaction = transaction;
        this.work = work;
        this.followRouting = followRouting;
    }

    /** Takes one event, in one transaction; what is no part of a story costs nothing. */
    public Uni<Void> take(RoutingEvent event) {
        Optional<WorkTold> told = WorkTold.of(event);
        return told.map(said -> transaction.in(
                        event.tenant(),
                        session -> followRouting.take(session, event).chain(() -> work.learn(session, event, said))))
                .orElseGet(() -> Uni.createFrom().voidItem());
    }
}
