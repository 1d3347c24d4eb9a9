package io.switchboard.routing.events;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.kafka.api.IncomingKafkaRecordMetadata;
import io.switchboard.contracts.routing.RoutingEvent;
import io.switchboard.kit.event.Consumption;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;

/**
 * Reads each event once for all views: a reader of its own for each costs as much again, of the broker, too. They all write
 * to Redis, so that they have the same bad luck at the same time.
 */
@ApplicationScoped
class ReadEvents {
    private final Consumption consumption;
    private final List<EventView> views;

    ReadEvents(Consumption consumption, @All List<EventView> views) {
        this.consumption = consumption;
        this.views = views;
    }

    @Incoming("routing-events")
    Uni<Void> read(Message<byte[]> record) {
        int partition = record.getMetadata(IncomingKafkaRecordMetadata.class)
                .map(IncomingKafkaRecordMetadata::getPartition)
                .orElseThrow();
        return consumption.of(
                record,
                RoutingEvent.class,
                event -> show(new ToldEvent(event, new String(record.getPayload(), UTF_8), partition)));
    }

    private Uni<Void> show(ToldEvent told) {
        return Uni.join()
                .all(views.stream().map(view -> view.show(told)).toList())
                .andFailFast()
                .replaceWithVoid();
    }
}
