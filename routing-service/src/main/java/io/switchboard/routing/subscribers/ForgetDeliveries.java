package io.switchboard.routing.subscribers;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.switchboard.contracts.customer.CustomerErased;
import io.switchboard.kit.forgetting.Forgets;
import jakarta.enterprise.context.ApplicationScoped;

/** Removes events that name somebody who wanted to be forgotten, whether a subscriber has them or not. */
@ApplicationScoped
class ForgetDeliveries implements Forgets {
    private final Deliveries deliveries;

    ForgetDeliveries(Deliveries deliveries) {
        this.deliveries = deliveries;
    }

    @Override
    public Uni<Void> forget(CustomerErased erased) {
        return erased.customerIds().isEmpty()
                ? Uni.createFrom().voidItem()
                : Uni.createFrom()
                        .item(() -> deliveries.remove(erased.tenant(), erased.customerIds()))
                        .runSubscriptionOn(Infrastructure.getDefaultExecutor())
                        .replaceWithVoid();
    }
}
