package io.switchboard.profile.history;

import io.smallrye.mutiny.Uni;
import io.switchboard.profile.paging.Place;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** A customer's whole story in one line: what was said, what became of it and what was noted, on every channel. */
@ApplicationScoped
public class Timeline {
    /**
     * The places of one page. Each address gives its newest in the order of an index, so that a page costs the same
     * however long the story is. Any of the ids that were merged leads to the whole story.
     */
    private static final String PAGE = """
            with members as (
                select customer_id from customer
                where tenant = :tenant and root_id = (
                    select root_id from customer where tenant = :tenant and customer_id = :customer)
            ), addresses as (
                select kind, scope, value from handle
                where tenant = :tenant and customer_id in (select customer_id from members)
            )
            select kind, id from (
                select 'SAID' as kind, said.id, said.at
                from addresses cross join lateral (
                    select message_id as id, at from message
                    where tenant = :tenant and address_kind = addresses.kind and address_scope = addresses.scope
                        and address = addresses.value
                        and (at, message_id) < (cast(cast(:at as text) as timestamptz), cast(:id as uuid))
                    order by at desc, message_id desc limit :limit) said
                union all
                select 'WORK', work.id, work.at
                from addresses cross join lateral (
                    select event_id as id, at from work_event
                    where tenant = :tenant and address_kind = addresses.kind and address_scope = addresses.scope
                        and address = addresses.value
                        and (at, event_id) < (cast(cast(:at as text) as timestamptz), cast(:id as uuid))
                    order by at desc, event_id desc limit :limit) work
                union all
                select 'NOTE', note.id, note.at
                from members cross join lateral (
                    select note_id as id, at from note
                    where tenant = :tenant and customer_id = members.customer_id
                        and (at, note_id) < (cast(cast(:at as text) as timestamptz), cast(:id as uuid))
                    order by at desc, note_id desc limit :limit) note
            ) happened
            order by at desc, id desc limit :limit
            """;

    private static final UUID GREATEST = new UUID(-1, -1);

    private record Found(String kind, UUID id) {}

    private final HistoryStore history;
    private final NoteStore notes;

    Timeline(HistoryStore history, NoteStore notes) {
        this.history = history;
        this.notes = notes;
    }

    /**
     * Returns the next {@code limit} things of a customer's story behind a place, newest first.
     *
     * @param before where to go on; empty: from now backwards
     */
    public Uni<List<Happened>> before(
            Mutiny.Session session, String tenant, UUID customerId, Optional<Place> before, int limit) {
        return session.createNativeQuery(PAGE, Object[].class)
                .setParameter("tenant", tenant)
                .setParameter("customer", customerId)
                .setParameter("at", before.map(place -> place.at().toString()).orElse("infinity"))
                .setParameter("id", before.map(Place::id).orElse(GREATEST))
                .setParameter("limit", limit)
                .getResultList()
                .map(rows -> rows.stream()
                        .map(row -> new Found((String) row[0], (UUID) row[1]))
                        .toList())
                .chain(found -> told(session, tenant, found));
    }

    private Uni<List<Happened>> told(Mutiny.Session session, String tenant, List<Found> found) {
        Map<Found, Happened> told = new HashMap<>();
        return history.withIds(session, tenant, ids(found, "SAID"))
                .invoke(all ->
                        all.forEach(one -> told.put(new Found("SAID", one.messageId()), new Happened.Spoken(one))))
                .chain(() -> worked(session, tenant, ids(found, "WORK")))
                .invoke(all -> all.forEach(one -> told.put(new Found("WORK", one.id()), one)))
                .chain(() -> notes.withIds(session, tenant, ids(found, "NOTE")))
                .invoke(all -> all.forEach(one -> told.put(new Found("NOTE", one.noteId()), new Happened.Noted(one))))
                .map(all ->
                        found.stream().map(told::get).filter(Objects::nonNull).toList());
    }

    private static List<UUID> ids(List<Found> found, String kind) {
        return found.stream()
                .filter(one -> one.kind().equals(kind))
                .map(Found::id)
                .toList();
    }

    private static Uni<List<Happened>> worked(Mutiny.Session session, String tenant, List<UUID> ids) {
        return ids.isEmpty()
                ? Uni.createFrom().item(List.of())
                : session.createQuery(
                                "from WorkEventEntry where key.tenant = :tenant and eventId in :ids",
                                WorkEventEntry.class)
                        .setParameter("tenant", tenant)
                        .setParameter("ids", ids)
                        .getResultList()
                        .map(all -> all.stream()
                                .<Happened>map(WorkEventEntry::worked)
                                .toList());
    }
}
