package io.switchboard.profile.history;

import io.smallrye.mutiny.Uni;
import io.switchboard.contracts.routing.RoutingEvent;
import io.switchboard.profile.ledger.FollowRouting;
import io.switchboard.profile.tenancy.TenantTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;

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

    /** Takes one event, as {@link #take(List)} does. */
    public Uni<Void> take(RoutingEvent event) {
        return take(List.of(event));
    }

    /**
     * Takes events in the order in which they were decided, those of a tenant in one transaction; what is no part of a story
     * costs nothing.
     */
    public Uni<Void> take(List<RoutingEvent> events) {
        List<WorkStep> steps =
                events.stream().flatMap(event -> WorkStep.of(event).stream()).toList();
        return transaction
                .each(steps, step -> step.event().tenant(), step -> step.event().eventId(), this::follow)
                .replaceWithVoid();
    }

    private Uni<Void> follow(Mutiny.Session session, String tenant, List<WorkStep> steps) {
        return followRouting
                .take(session, tenant, steps.stream().map(WorkStep::event).toList())
                .chain(() -> work.learn(session, tenant, steps));
    }
}
