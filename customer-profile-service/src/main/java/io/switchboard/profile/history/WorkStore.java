package io.switchboard.profile.history;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.smallrye.mutiny.Uni;
import io.switchboard.contracts.reply.ReplyRequested;
import io.switchboard.contracts.routing.RoutingEvent;
import io.switchboard.contracts.routing.WorkItem;
import io.switchboard.kit.event.EventJson;
import io.switchboard.profile.customer.Address;
import io.switchboard.profile.customer.Addresses;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

    /** Enters what steps of one tenant tell, in the order given. */
    Uni<Void> learn(Mutiny.Session session, String tenant, List<WorkStep> steps) {
        return enter(session, WorkSql.DESCRIBED, tenant, described(steps))
                .chain(() -> enter(session, WorkSql.CLOSED, tenant, closed(steps)))
                .chain(() -> enter(session, WorkSql.HAPPENED, tenant, happened(steps)));
    }

    private static Uni<Void> enter(Mutiny.Session session, String sql, String tenant, Collection<?> rows) {
        return rows.isEmpty()
                ? Uni.createFrom().voidItem()
                : session.createNativeQuery(sql)
                        .setParameter("tenant", tenant)
                        .setParameter("rows", EventJson.text(rows))
                        .executeUpdate()
                        .replaceWithVoid();
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

    private Collection<DescribedRow> described(List<WorkStep> steps) {
        Map<UUID, DescribedRow> rows = new LinkedHashMap<>();
        steps.forEach(step -> {
            WorkItem work = step.told().work();
            if (work != null) {
                Address address = addresses.of(
                        step.event().tenant(), step.event().centre(), work.channel(), work.account(), work.handle());
                rows.merge(work.workItemId(), DescribedRow.of(step, work, address), DescribedRow::then);
            }
        });
        return rows.values();
    }

    private static Collection<ClosedRow> closed(List<WorkStep> steps) {
        Map<UUID, ClosedRow> rows = new LinkedHashMap<>();
        steps.stream()
                .filter(step ->
                        step.told().kind() == WorkKind.COMPLETED || step.told().kind() == WorkKind.CANCELLED)
                .forEach(step -> rows.putIfAbsent(step.told().workItemId(), ClosedRow.of(step)));
        return rows.values();
    }

    private static List<HappenedRow> happened(List<WorkStep> steps) {
        return steps.stream()
                .filter(step -> step.told().kind() != null)
                .map(HappenedRow::of)
                .toList();
    }

    /** The end of work as {@link WorkSql#CLOSED} reads it. */
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    private record ClosedRow(
            UUID workItemId,
            String centre,
            Instant closedAt,
            @Nullable String closedBy,
            @Nullable WorkKind outcome,
            @Nullable String disposition) {
        static ClosedRow of(WorkStep step) {
            RoutingEvent event = step.event();
            WorkTold told = step.told();
            return new ClosedRow(
                    told.workItemId(), event.centre(), event.at(), told.agent(), told.kind(), storable(told.reason()));
        }
    }

    /** A step as {@link WorkSql#HAPPENED} reads it. */
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    private record HappenedRow(
            String centre,
            long sequence,
            UUID eventId,
            Instant at,
            @Nullable WorkKind kind,
            UUID workItemId,
            @Nullable String agent,
            @Nullable String target,
            @Nullable String reason) {
        static HappenedRow of(WorkStep step) {
            RoutingEvent event = step.event();
            WorkTold told = step.told();
            return new HappenedRow(
                    event.centre(),
                    event.sequence(),
                    event.eventId(),
                    event.at(),
                    told.kind(),
                    told.workItemId(),
                    told.agent(),
                    storable(told.target()),
                    storable(told.reason()));
        }
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
