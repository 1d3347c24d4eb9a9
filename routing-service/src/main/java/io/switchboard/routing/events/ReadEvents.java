package io.switchboard.routing.events;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.quarkus.arc.All;
import io.smallrye.mutiny.CompositeException;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.kafka.api.IncomingKafkaRecordMetadata;
import io.switchboard.contracts.routing.RoutingEvent;
import io.switchboard.kit.event.BadLuck;
import io.switchboard.kit.event.Consumption;
import io.switchboard.kit.event.PoisonException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
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
                event -> show(views, new ToldEvent(checked(event), new String(record.getPayload(), UTF_8), partition)));
    }

    private static RoutingEvent checked(RoutingEvent event) {
        if (event.sequence() < 1 || Stream.of(event.tenant(), event.centre()).anyMatch(Objects::isNull)) {
            throw new PoisonException("without sequence, tenant or centre");
        }
        return event;
    }

    /** Lets every view come to its end: what one can't show, or not now, the others show all the same. */
    static Uni<Void> show(List<EventView> views, ToldEvent told) {
        return Uni.join()
                .all(views.stream()
                        .map(view -> Uni.createFrom().deferred(() -> view.show(told)))
                        .toList())
                .andCollectFailures()
                .replaceWithVoid()
                .onFailure(CompositeException.class)
                .transform(ReadEvents::oneThatPasses);
    }

    /** As long as there is bad luck among the failures, the event is to be shown again. */
    private static Throwable oneThatPasses(Throwable all) {
        return ((CompositeException) all)
                .getCauses().stream().filter(BadLuck::is).findFirst().orElse(all);
    }
}
