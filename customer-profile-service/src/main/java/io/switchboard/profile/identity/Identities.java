package io.switchboard.profile.identity;

import io.smallrye.mutiny.Uni;
import io.switchboard.contracts.message.Message;
import io.switchboard.profile.customer.Address;
import io.switchboard.profile.customer.Addresses;
import io.switchboard.profile.customer.CustomerProfile;
import io.switchboard.profile.customer.CustomerStore;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Resolves the handle a message came from to a customer; a handle nobody knows is a new customer's. */
@ApplicationScoped
public class Identities {
    /**
     * One statement: all rows or none. Whoever comes second finds the first's, since the id follows from the address. Who
     * they may be one with is looked for later.
     */
    private static final String MEET = """
            with met as (
                insert into customer (tenant, customer_id, root_id, centre, name, name_key, first_message_id,
                    first_contact_at)
                values (cast(:tenant as text), cast(:customer as uuid), cast(:customer as uuid), cast(:centre as text),
                    cast(:name as text), cast(:nameKey as text), cast(cast(:message as text) as uuid),
                    cast(cast(:at as text) as timestamptz))
                on conflict do nothing
                returning customer_id
            ), clue as (
                insert into identity_clue (tenant, customer_id) select cast(:tenant as text), customer_id from met
            )
            insert into handle (tenant, kind, scope, value, centre, customer_id, name, local_key)
            values (cast(:tenant as text), cast(:kind as text), cast(:scope as text), cast(:value as text),
                cast(:centre as text), cast(:customer as uuid), cast(:name as text), cast(:localKey as text))
            on conflict do nothing
            """;

    private final Addresses addresses;
    private final CustomerStore customers;
    private final Clues clues;

    Identities(Addresses addresses, CustomerStore customers, Clues clues) {
        this.addresses = addresses;
        this.customers = customers;
        this.clues = clues;
    }

    /**
     * How somebody was met.
     *
     * @param centre where
     * @param name what they call themselves, or null
     * @param messageId by which message; null when another system named them
     * @param at when it was received; null with the message
     */
    record Meeting(
            String centre,
            @Nullable String name,
            @Nullable UUID messageId,
            @Nullable Instant at) {}

    /** Returns who wrote {@code message}. */
    public Uni<CustomerProfile> whoWrote(Mutiny.Session session, Message message) {
        var meeting = new Meeting(message.centre(), name(message), message.messageId(), message.receivedAt());
        return whoIsAt(session, message.tenant(), addresses.of(message), meeting);
    }

    /** Returns who is known at an address; nobody yet, they are met now. */
    Uni<CustomerProfile> whoIsAt(Mutiny.Session session, String tenant, Address address, Meeting meeting) {
        return customers
                .at(session, tenant, address)
                .flatMap(known -> known.map(customer -> Uni.createFrom().item(customer))
                        .orElseGet(() -> meet(session, tenant, address, meeting)));
    }

    private Uni<CustomerProfile> meet(Mutiny.Session session, String tenant, Address address, Meeting meeting) {
        clues.noted(tenant);
        return session.createNativeQuery(MEET)
                .setParameter("tenant", tenant)
                .setParameter("customer", address.customerId(tenant))
                .setParameter("centre", meeting.centre())
                .setParameter("name", meeting.name())
                .setParameter("nameKey", Likeness.nameKey(meeting.name()).orElse(null))
                .setParameter(
                        "message",
                        meeting.messageId() == null ? null : meeting.messageId().toString())
                .setParameter("at", meeting.at() == null ? null : meeting.at().toString())
                .setParameter("kind", address.kind())
                .setParameter("scope", address.scope())
                .setParameter("value", address.value())
                .setParameter("localKey", Likeness.localKey(address).orElse(null))
                .executeUpdate()
                // A second look, since the insert may have given way to another transaction's.
                .flatMap(inserted -> customers.at(session, tenant, address))
                .map(found -> found.orElseThrow(() -> new IllegalStateException("nobody is at an address just met")));
    }

    private static @Nullable String name(Message message) {
        String name = message.handleName();
        return name == null ? null : name.replace('\u0000', '\uFFFD');
    }
}
