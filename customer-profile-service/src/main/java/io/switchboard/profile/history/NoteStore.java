package io.switchboard.profile.history;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** Keeps what agents note of customers. A note is never changed; deleted, it leaves a mark without its text. */
@ApplicationScoped
public class NoteStore {
    /** Nobody's customer gets no note. */
    private static final String WRITE = """
            insert into note (tenant, note_id, centre, customer_id, author, text, at)
            select tenant, cast(:noteId as uuid), cast(:centre as text), customer_id, cast(:author as text),
                cast(:text as text), cast(:at as timestamptz)
            from customer where tenant = :tenant and customer_id = :customer
            on conflict do nothing
            """;

    private static final String DELETE = """
            update note set text = null, deleted_at = now(), deleted_by = :by
            where tenant = :tenant and note_id = :noteId and text is not null
            """;

    /**
     * Writes a note, unless there is one with its id.
     *
     * @return the note with its id as it is now; empty when there is none, since there is no such customer
     */
    public Uni<Optional<Note>> write(Mutiny.Session session, String tenant, String centre, Note note) {
        return session.createNativeQuery(WRITE)
                .setParameter("tenant", tenant)
                .setParameter("noteId", note.noteId())
                .setParameter("centre", centre)
                .setParameter("customer", note.customerId())
                .setParameter("author", note.author())
                .setParameter("text", note.text())
                .setParameter("at", note.at())
                .executeUpdate()
                .chain(() -> find(session, tenant, note.noteId()));
    }

    /** Returns a note. */
    public Uni<Optional<Note>> find(Mutiny.Session session, String tenant, UUID noteId) {
        return session.createQuery("from NoteEntry where key.tenant = :tenant and key.noteId = :note", NoteEntry.class)
                .setParameter("tenant", tenant)
                .setParameter("note", noteId)
                .getSingleResultOrNull()
                .map(found -> Optional.ofNullable(found).map(NoteEntry::note));
    }

    /** Returns those of the notes that there are, in no order. */
    public Uni<List<Note>> withIds(Mutiny.Session session, String tenant, List<UUID> ids) {
        if (ids.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        return session.createQuery("from NoteEntry where key.tenant = :tenant and key.noteId in :ids", NoteEntry.class)
                .setParameter("tenant", tenant)
                .setParameter("ids", ids)
                .getResultList()
                .map(found -> found.stream().map(NoteEntry::note).toList());
    }

    /** Deletes what a note says; that it was there stays to be seen. */
    public Uni<Void> delete(Mutiny.Session session, String tenant, UUID noteId, String by) {
        return session.createNativeQuery(DELETE)
                .setParameter("tenant", tenant)
                .setParameter("noteId", noteId)
                .setParameter("by", by)
                .executeUpdate()
                .replaceWithVoid();
    }
}
