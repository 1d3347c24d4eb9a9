package io.switchboard.profile.messaging;

import io.opentelemetry.context.Context;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.switchboard.contracts.EventTypes;
import io.switchboard.contracts.customer.CustomerChanged;
import io.switchboard.contracts.message.Customer;
import io.switchboard.kit.event.EventHeaders;
import io.switchboard.kit.event.Events;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.jspecify.annotations.Nullable;

/** Writes {@code customers.changed}. */
@ApplicationScoped
public class CustomerChanges {
    private final MutinyEmitter<byte[]> topic;

    CustomerChanges(@Channel("customers-changed") MutinyEmitter<byte[]> topic) {
        this.topic = topic;
    }

    /**
     * Tells how a customer's profile is since {@code changedAt}; completes when Kafka has it.
     *
     * @param mergedInto who they are known as, when that is somebody else
     */
    public Uni<Void> publish(
            String tenant, String centre, Customer customer, Instant changedAt, @Nullable UUID mergedInto) {
        return publish(tenant, centre, customer, changedAt, mergedInto, Context.current());
    }

    /** As {@link #publish(String, String, Customer, Instant, UUID)}, in a trace of the caller's. */
    Uni<Void> publish(
            String tenant,
            String centre,
            Customer customer,
            Instant changedAt,
            @Nullable UUID mergedInto,
            Context trace) {
        String id = customer.customerId().toString();
        var headers = new EventHeaders(
                id + "/" + changedAt, EventTypes.CUSTOMER_CHANGED, "/customer-profile", id, changedAt, tenant, centre);
        return Events.send(
                topic, id, headers, new CustomerChanged(tenant, centre, customer, changedAt, mergedInto), trace);
    }
}
