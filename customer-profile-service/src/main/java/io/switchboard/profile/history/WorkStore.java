package io.switchboard.profile.history;

import io.smallrye.mutiny.Uni;
import io.switchboard.contracts.reply.ReplyRequested;
import io.switchboard.contracts.routing.RoutingEvent;
import io.switchboard.contracts.routing.WorkItem;
import io.switchboard.profile.customer.Address;
import io.switchboard.profile.customer.Addresses;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Keeps what became of a customer's work. Entering something twice changes nothing. */
@ApplicationScoped
class WorkStore {
    private static final int LONGEST_REASON = 300;

    private final Addresses addresses;

    WorkStore(Addresses addresses) {
        this.addresses = addresses;
    }

    /** Enters what an event tells. */
    Uni<Void> learn(Mutiny.Session session, RoutingEvent event, WorkTold told) {
        return describe(session, event, told)
                .chain(() -> close(session, event, told))
                .chain(() -> tell(session, event, told));
    }

    /** Enters that a provider took an answer. */
    Uni<Void> answered(Mutiny.Session session, ReplyRequested reply, Instant at) {
        return session.createNativeQuery(WorkSql.ANSWERED)
                .setParameter("tenant", reply.tenant())
                .setParameter("workItemId", reply.workItemId())
                .setParameter("centre", reply.centre())
                .setParameter("at", at)
                .setParameter("agent", reply.agent())
                .executeUpdate()
                .replaceWithVoid();
    }

    private Uni<Void> describe(Mutiny.Session session, RoutingEvent event, WorkTold told) {
        WorkItem work = told.work();
        if (work == null) {
            return Uni.createFrom().voidItem();
        }
        Address address = addresses.of(event.tenant(), event.centre(), work.channel(), work.account(), work.handle());
        String holder = holder(told);
        return session.createNativeQuery(WorkSql.DESCRIBED)
                .setParameter("tenant", event.tenant())
                .setParameter("workItemId", work.workItemId())
                .setParameter("centre", event.centre())
                .setParameter("conversationId", work.conversationId())
                .setParameter("channel", work.channel())
                .setParameter("account", work.account())
                .setParameter("addressKind", address.kind())
                .setParameter("addressScope", address.scope())
                .setParameter("address", address.value())
                .setParameter("queue", work.queue())
                .setParameter("topic", work.understanding().topic())
                .setParameter("polarity", String.valueOf(work.understanding().polarity()))
                .setParameter("arrivedAt", work.arrivedAt())
                .setParameter("toldAt", event.at())
                .setParameter("sequence", event.sequence())
                .setParameter("consultOf", consultOf(event))
                .setParameter("takenAt", holder == null ? null : event.at().toString())
                .setParameter("holder", holder)
                .executeUpdate()
                .replaceWithVoid();
    }

    /** Who holds it since this event; being offered something is not holding it. */
    private static @Nullable String holder(WorkTold told) {
        return told.kind() == WorkKind.ACCEPTED || told.kind() == WorkKind.ASSIGNED ? told.agent() : null;
    }

    private static @Nullable String consultOf(RoutingEvent event) {
        @Nullable UUID of = event instanceof RoutingEvent.WorkQueued queued ? queued.consultOf() : null;
        return of == null ? null : of.toString();
    }

    private static Uni<Void> close(Mutiny.Session session, RoutingEvent event, WorkTold told) {
        WorkKind kind = told.kind();
        if (kind != WorkKind.COMPLETED && kind != WorkKind.CANCELLED) {
            return Uni.createFrom().voidItem();
        }
        return session.createNativeQuery(WorkSql.CLOSED)
                .setParameter("tenant", event.tenant())
                .setParameter("workItemId", told.workItemId())
                .setParameter("centre", event.centre())
                .setParameter("at", event.at())
                .setParameter("agent", told.agent())
                .setParameter("outcome", kind.name())
                .setParameter("disposition", storable(told.reason()))
                .executeUpdate()
                .replaceWithVoid();
    }

    private static Uni<Void> tell(Mutiny.Session session, RoutingEvent event, WorkTold told) {
        WorkKind kind = told.kind();
        if (kind == null) {
            return Uni.createFrom().voidItem();
        }
        return session.createNativeQuery(WorkSql.HAPPENED)
                .setParameter("tenant", event.tenant())
                .setParameter("centre", event.centre())
                .setParameter("sequence", event.sequence())
                .setParameter("eventId", event.eventId())
                .setParameter("at", event.at())
                .setParameter("kind", kind.name())
                .setParameter("workItemId", told.workItemId())
                .setParameter("agent", told.agent())
                .setParameter("target", storable(told.target()))
                .setParameter("reason", storable(told.reason()))
                .executeUpdate()
                .replaceWithVoid();
    }

    /** PostgreSQL keeps no NUL in text. */
    private static @Nullable String storable(@Nullable String reason) {
        if (reason == null) {
            return null;
        }
        String clean = reason.replace('\u0000', ' ');
        return clean.length() <= LONGEST_REASON ? clean : clean.substring(0, LONGEST_REASON);
    }
}
