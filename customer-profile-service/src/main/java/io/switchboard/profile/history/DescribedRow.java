package io.switchboard.profile.history;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.switchboard.contracts.routing.RoutingEvent;
import io.switchboard.contracts.routing.WorkItem;
import io.switchboard.profile.customer.Address;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Work as routing describes it, and as {@link WorkSql#DESCRIBED} reads it. */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
record DescribedRow(
        UUID workItemId,
        String centre,
        UUID conversationId,
        String channel,
        String account,
        String addressKind,
        String addressScope,
        String address,
        @Nullable String queue,
        @Nullable String topic,
        double polarity,
        Instant arrivedAt,
        Instant toldAt,
        long toldSequence,
        @Nullable UUID consultOf,
        @Nullable Instant takenAt,
        @Nullable String takenBy,
        @Nullable String heldBy) {

    static DescribedRow of(WorkStep step, WorkItem work, Address address) {
        RoutingEvent event = step.event();
        String holder = holder(step.told());
        return new DescribedRow(
                work.workItemId(),
                event.centre(),
                work.conversationId(),
                work.channel(),
                work.account(),
                address.kind(),
                address.scope(),
                address.value(),
                work.queue(),
                work.understanding().topic(),
                work.understanding().polarity(),
                work.arrivedAt(),
                event.at(),
                event.sequence(),
                event instanceof RoutingEvent.WorkQueued queued ? queued.consultOf() : null,
                holder == null ? null : event.at(),
                holder,
                holder);
    }

    /** Who holds it since this step; being offered something is not holding it. */
    private static @Nullable String holder(WorkTold told) {
        return told.kind() == WorkKind.ACCEPTED || told.kind() == WorkKind.ASSIGNED ? told.agent() : null;
    }

    /** Returns how the work is after {@code later}, too: the later description holds, who took it first stays. */
    DescribedRow then(DescribedRow later) {
        return later.isBefore(this) ? later.then(this) : later.after(this);
    }

    private boolean isBefore(DescribedRow other) {
        int sooner = toldAt.compareTo(other.toldAt);
        return sooner < 0 || (sooner == 0 && toldSequence < other.toldSequence);
    }

    private DescribedRow after(DescribedRow earlier) {
        return new DescribedRow(
                workItemId,
                centre,
                conversationId,
                channel,
                account,
                addressKind,
                addressScope,
                address,
                queue,
                topic,
                polarity,
                arrivedAt,
                toldAt,
                toldSequence,
                earlier.consultOf == null ? consultOf : earlier.consultOf,
                earlier.takenAt == null ? takenAt : earlier.takenAt,
                earlier.takenBy == null ? takenBy : earlier.takenBy,
                heldBy == null ? earlier.heldBy : heldBy);
    }
}
