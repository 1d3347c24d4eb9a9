package io.switchboard.routing.board;

import io.smallrye.mutiny.Uni;
import io.switchboard.contracts.routing.RoutingEvent;
import io.switchboard.kit.event.Consumption;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;

/** Keeps the boards up to date with what routing decided. */
@ApplicationScoped
class KeepBoard {
    private final Consumption consumption;
    private final BoardStore boards;

    KeepBoard(Consumption consumption, BoardStore boards) {
        this.consumption = consumption;
        this.boards = boards;
    }

    @Incoming("routing-events")
    Uni<Void> keep(Message<byte[]> record) {
        return consumption.of(record, RoutingEvent.class, boards::apply);
    }
}
