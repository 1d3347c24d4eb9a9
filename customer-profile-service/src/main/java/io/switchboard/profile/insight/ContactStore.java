package io.switchboard.profile.insight;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Reads the contacts of a customer. */
@ApplicationScoped
public class ContactStore {
    private static final String OF_CUSTOMER = """
            with addresses as (
                select h.kind, h.scope, h.value from customer c
                join handle h on h.tenant = c.tenant and h.customer_id = c.customer_id
                where c.tenant = :tenant and c.root_id = (
                    select root_id from customer where tenant = :tenant and customer_id = :customer)
            )
            select c.work_item_id, c.conversation_id, c.channel, c.topic, c.polarity, c.arrived_at, c.taken_at,
                c.answered_at, c.closed_at, coalesce(c.outcome = 'COMPLETED', false) as completed, c.agent
            from addresses a
            cross join lateral (
                select work_item_id from work_item
                where tenant = :tenant and address_kind = a.kind and address_scope = a.scope and address = a.value
                order by arrived_at desc limit :limit) w
            join contact c on c.tenant = :tenant and c.work_item_id = w.work_item_id
            order by c.arrived_at desc limit :limit
            """;

    /** Returns the newest {@code limit} contacts of a customer, from all who were merged into them. */
    public Uni<List<Contact>> ofCustomer(Mutiny.Session session, String tenant, UUID customerId, int limit) {
        return session.createNativeQuery(OF_CUSTOMER, Object[].class)
                .setParameter("tenant", tenant)
                .setParameter("customer", customerId)
                .setParameter("limit", limit)
                .getResultList()
                .map(rows -> rows.stream().map(ContactStore::contact).toList());
    }

    private static Contact contact(Object[] row) {
        int at = 0;
        return new Contact(
                (UUID) row[at++],
                (UUID) row[at++],
                (String) row[at++],
                (String) row[at++],
                (Double) row[at++],
                Objects.requireNonNull(instant(row[at++]), "a contact has arrived"),
                instant(row[at++]),
                instant(row[at++]),
                instant(row[at++]),
                (Boolean) row[at++],
                (String) row[at]);
    }

    /** Times come with an offset from native statements. */
    private static @Nullable Instant instant(@Nullable Object value) {
        return value instanceof OffsetDateTime time ? time.toInstant() : null;
    }
}
