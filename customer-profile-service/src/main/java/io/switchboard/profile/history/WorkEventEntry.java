package io.switchboard.profile.history;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** A step of a customer's work as stored. Only read through Hibernate; {@link WorkStore} writes. */
@Entity
@Immutable
@Table(name = "work_event")
@SuppressWarnings("NullAway.Init") // filled by Hibernate
class WorkEventEntry {
    @Embeddable
    record Key(String tenant, String centre, long sequence) implements Serializable {}

    @EmbeddedId
    Key key;

    @Column(name = "event_id")
    UUID eventId;

    Instant at;

    @Enumerated(EnumType.STRING)
    WorkKind kind;

    @Column(name = "work_item_id")
    UUID workItemId;

    @Nullable
    String agent;

    @Nullable
    String target;

    @Nullable
    String reason;

    protected WorkEventEntry() {}

    Happened.Worked worked() {
        return new Happened.Worked(eventId, at, workItemId, kind, agent, target, reason);
    }
}
