package io.switchboard.routing.forgetting;

import io.smallrye.mutiny.Uni;
import io.switchboard.contracts.customer.CustomerErased;
import io.switchboard.kit.event.Consumption;
import io.switchboard.kit.forgetting.Forgetting;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;

/** Has events deleted that name a customer who wanted to be forgotten. */
@ApplicationScoped
class TakeErasures {
    private final Forgetting forgetting;
    private final Consumption consumption;

    TakeErasures(Forgetting forgetting, Consumption consumption) {
        this.forgetting = forgetting;
        this.consumption = consumption;
    }

    @Incoming("customers-erased")
    Uni<Void> take(Message<byte[]> record) {
        return consumption.of(record, CustomerErased.class, forgetting::forget);
    }
}
