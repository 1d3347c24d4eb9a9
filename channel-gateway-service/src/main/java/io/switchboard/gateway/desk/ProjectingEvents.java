package io.switchboard.gateway.desk;

import io.smallrye.mutiny.Uni;
import io.switchboard.contracts.reply.ReplySettled;
import io.switchboard.contracts.routing.RoutingEvent;
import io.switchboard.kit.event.Consumption;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;

/** Brings what routing decided and what became of answers onto the desks. */
@ApplicationScoped
public class ProjectingEvents {
    private final Consumption consumption;
    private final Desks desks;
    private final Noticeboard noticeboard;

    ProjectingEvents(Consumption consumption, Desks desks, Noticeboard noticeboard) {
        this.consumption = consumption;
        this.desks = desks;
        this.noticeboard = noticeboard;
    }

    /** Takes one routing event. */
    @Incoming("desk-routing-events")
    public Uni<Void> onRouting(Message<byte[]> record) {
        return consumption.of(
                record,
                RoutingEvent.class,
                event -> desks.project(event).flatMap(projected -> noticeboard.publish(Notice.of(event, projected))));
    }

    /** Takes one settled answer. */
    @Incoming("desk-replies-settled")
    public Uni<Void> onReply(Message<byte[]> record) {
        return consumption.of(record, ReplySettled.class, settled -> {
            ReplyState state = ReplyState.of(settled);
            return desks.note(settled.reply(), state)
                    .flatMap(_ -> noticeboard.publish(List.of(Notice.of(settled.reply(), state))));
        });
    }
}
