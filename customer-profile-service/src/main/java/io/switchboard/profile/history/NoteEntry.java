package io.switchboard.profile.history;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** A note as stored. Only read through Hibernate; {@link NoteStore} writes. */
@Entity
@Immutable
@Table(name = "note")
@SuppressWarnings("NullAway.Init") // filled by Hibernate
class NoteEntry {
    @Embeddable
    record Key(String tenant, @Column(name = "note_id") UUID noteId) implements Serializable {}

    @EmbeddedId
    Key key;

    @Column(name = "customer_id")
    UUID customerId;

    String author;

    @Nullable
    String text;

    Instant at;

    @Column(name = "deleted_at")
    @Nullable
    Instant deletedAt;

    @Column(name = "deleted_by")
    @Nullable
    String deletedBy;

    protected NoteEntry() {}

    Note note() {
        return new Note(key.noteId(), customerId, author, text, at, deletedAt, deletedBy);
    }
}
