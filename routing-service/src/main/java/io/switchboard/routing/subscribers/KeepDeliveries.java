package io.switchboard.routing.subscribers;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.switchboard.kit.event.Consumption;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;

/**
 * Writes down what is to be sent to whom. Only then is the record acknowledged, so nothing is lost; an event that comes
 * again is known by its id. How subscribers do has no part in this.
 */
@ApplicationScoped
class KeepDeliveries {
    private final Consumption consumption;
    private final Deliveries deliveries;
    private final Sender sender;

    KeepDeliveries(Consumption consumption, Deliveries deliveries, Sender sender) {
        this.consumption = consumption;
        this.deliveries = deliveries;
        this.sender = sender;
    }

    @Incoming("routing-events-for-subscribers")
    Uni<Void> keep(Message<byte[]> record) {
        return consumption.of(record, () -> {
            RoutedEvent event = RoutedEvent.of(record);
            return Uni.createFrom()
                    .item(() -> deliveries.add(event, Instant.now()))
                    .runSubscriptionOn(Infrastructure.getDefaultExecutor())
                    .invoke(added -> {
                        if (added > 0) {
                            sender.lookNow();
                        }
                    })
                    .replaceWithVoid();
        });
    }
}
