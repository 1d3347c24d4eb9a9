package io.switchboard.profile.identity;

import io.smallrye.mutiny.Uni;
import io.switchboard.contracts.message.Message;
import io.switchboard.profile.customer.Address;
import io.switchboard.profile.customer.CustomerRecord;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Resolves the handle a message came from to a customer; a handle nobody knows is a new customer's. */
@ApplicationScoped
public class Identities {
    private static final String WHO = """
            select c from CustomerRecord c, CustomerRecord met, Handle h
            where h.key = :address and met.key.tenant = h.key.tenant and met.key.customerId = h.customerId
            and c.key.tenant = met.key.tenant and c.key.customerId = met.rootId
            """;

    /** One statement: both rows or none. Whoever comes second finds the first's, since the id follows from the address. */
    private static final String MEET = """
            with met as (
                insert into customer (tenant, customer_id, root_id, centre, name, first_message_id)
                values (cast(:tenant as text), cast(:customer as uuid), cast(:customer as uuid), cast(:centre as text),
                    cast(:name as text), cast(:message as uuid))
                on conflict do nothing
            )
            insert into handle (tenant, kind, scope, value, centre, customer_id, name)
            values (cast(:tenant as text), cast(:kind as text), cast(:scope as text), cast(:value as text),
                cast(:centre as text), cast(:customer as uuid), cast(:name as text))
            on conflict do nothing
            """;

    /** Returns who wrote {@code message}. */
    public Uni<CustomerRecord> whoWrote(Mutiny.Session session, Message message) {
        Address address = Address.of(message.channel(), message.account(), message.handle());
        return known(session, message.tenant(), address)
                .flatMap(known -> known.map(customer -> Uni.createFrom().item(customer))
                        .orElseGet(() -> meet(session, message, address)));
    }

    private static Uni<Optional<CustomerRecord>> known(Mutiny.Session session, String tenant, Address address) {
        return session.createQuery(WHO, CustomerRecord.class)
                .setParameter("address", new Handle.Key(tenant, address.kind(), address.scope(), address.value()))
                .getSingleResultOrNull()
                .map(Optional::ofNullable);
    }

    private static Uni<CustomerRecord> meet(Mutiny.Session session, Message message, Address address) {
        return session.createNativeQuery(MEET)
                .setParameter("tenant", message.tenant())
                .setParameter("customer", address.customerId(message.tenant()))
                .setParameter("centre", message.centre())
                .setParameter("name", name(message))
                .setParameter("message", message.messageId())
                .setParameter("kind", address.kind())
                .setParameter("scope", address.scope())
                .setParameter("value", address.value())
                .executeUpdate()
                // A second look, since the insert may have given way to another transaction's.
                .flatMap(inserted -> known(session, message.tenant(), address))
                .map(found -> found.orElseThrow(
                        () -> new IllegalStateException("no customer after meeting one: " + message.messageId())));
    }

    private static @Nullable String name(Message message) {
        String name = message.handleName();
        return name == null ? null : name.replace('\u0000', '\uFFFD');
    }
}
