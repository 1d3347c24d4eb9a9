package io.switchboard.profile.identity;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.smallrye.mutiny.Uni;
import io.switchboard.contracts.message.Message;
import io.switchboard.kit.event.EventJson;
import io.switchboard.profile.customer.Address;
import io.switchboard.profile.customer.Addresses;
import io.switchboard.profile.customer.CustomerProfile;
import io.switchboard.profile.customer.CustomerStore;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Resolves the handle a message came from to a customer; a handle nobody knows is a new customer's. */
@ApplicationScoped
public class Identities {
    /**
     * One statement: all rows or none. Whoever comes second finds the first's, since the id follows from the address. Who
     * they may be one with is looked for later. In the order of the ids: two transactions that meet the same people must not
     * wait for each other.
     */
    private static final String MEET = """
            with one as (
                select cast(:tenant as text) as tenant, r.* from json_to_recordset(cast(cast(:rows as text) as json)) as r (
                    customer_id uuid, centre text, name text, name_key text, first_message_id uuid,
                    first_contact_at timestamptz, kind text, scope text, value text, local_key text)
                order by customer_id
            ), met as (
                insert into customer (tenant, customer_id, root_id, centre, name, name_key, first_message_id,
                    first_contact_at)
                select tenant, customer_id, customer_id, centre, name, name_key, first_message_id, first_contact_at from one
                on conflict do nothing
                returning customer_id
            ), clue as (
                insert into identity_clue (tenant, customer_id) select cast(:tenant as text), customer_id from met
            )
            insert into handle (tenant, kind, scope, value, centre, customer_id, name, local_key)
            select tenant, kind, scope, value, centre, customer_id, name, local_key from one
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

    /** Returns who is at the addresses that messages of one tenant came from; nobody yet, they are met now. */
    Uni<Map<Address, CustomerProfile>> whoWrote(Mutiny.Session session, String tenant, List<Message> messages) {
        Map<Address, Meeting> first = new LinkedHashMap<>();
        messages.forEach(message -> first.putIfAbsent(addresses.of(message), meeting(message)));
        return whoAreAt(session, tenant, first);
    }

    private static Meeting meeting(Message message) {
        return new Meeting(message.centre(), name(message), message.messageId(), message.receivedAt());
    }

    /** Returns who is known at an address; nobody yet, they are met now. */
    Uni<CustomerProfile> whoIsAt(Mutiny.Session session, String tenant, Address address, Meeting meeting) {
        return whoAreAt(session, tenant, Map.of(address, meeting))
                .map(found -> Objects.requireNonNull(found.get(address)));
    }

    private Uni<Map<Address, CustomerProfile>> whoAreAt(
            Mutiny.Session session, String tenant, Map<Address, Meeting> asked) {
        return customers.at(session, tenant, asked.keySet()).flatMap(known -> {
            Map<Address, Meeting> nobody = new LinkedHashMap<>(asked);
            nobody.keySet().removeAll(known.keySet());
            return nobody.isEmpty()
                    ? Uni.createFrom().item(known)
                    : meet(session, tenant, nobody).map(met -> both(known, met));
        });
    }

    private static Map<Address, CustomerProfile> both(
            Map<Address, CustomerProfile> known, Map<Address, CustomerProfile> met) {
        Map<Address, CustomerProfile> all = new HashMap<>(known);
        all.putAll(met);
        return all;
    }

    /** Meets whoever is at addresses that another system names; who was met before stays. */
    Uni<Void> meet(Mutiny.Session session, String tenant, String centre, Set<Address> addresses) {
        var meeting = new Meeting(centre, null, null, null);
        return insert(session, tenant, addresses.stream().collect(Collectors.toMap(address -> address, _ -> meeting)));
    }

    private Uni<Void> insert(Mutiny.Session session, String tenant, Map<Address, Meeting> meetings) {
        clues.noted(tenant);
        return session.createNativeQuery(MEET)
                .setParameter("tenant", tenant)
                .setParameter("rows", rows(tenant, meetings))
                .executeUpdate()
                .replaceWithVoid();
    }

    private Uni<Map<Address, CustomerProfile>> meet(
            Mutiny.Session session, String tenant, Map<Address, Meeting> meetings) {
        return insert(session, tenant, meetings)
                // A second look, since the insert may have given way to another transaction's.
                .flatMap(inserted -> customers.at(session, tenant, meetings.keySet()))
                .invoke(found -> {
                    if (found.size() < meetings.size()) {
                        throw new IllegalStateException("nobody is at an address just met");
                    }
                });
    }

    private static String rows(String tenant, Map<Address, Meeting> meetings) {
        return EventJson.text(meetings.entrySet().stream()
                .map(met -> MeetingRow.of(tenant, met.getKey(), met.getValue()))
                .toList());
    }

    /** A meeting as {@link #MEET} reads it. */
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    private record MeetingRow(
            UUID customerId,
            String centre,
            @Nullable String name,
            @Nullable String nameKey,
            @Nullable UUID firstMessageId,
            @Nullable Instant firstContactAt,
            String kind,
            String scope,
            String value,
            @Nullable String localKey) {
        static MeetingRow of(String tenant, Address address, Meeting meeting) {
            return new MeetingRow(
                    address.customerId(tenant),
                    meeting.centre(),
                    meeting.name(),
                    Likeness.nameKey(meeting.name()).orElse(null),
                    meeting.messageId(),
                    meeting.at(),
                    address.kind(),
                    address.scope(),
                    address.value(),
                    Likeness.localKey(address).orElse(null));
        }
    }

    private static @Nullable String name(Message message) {
        String name = message.handleName();
        return name == null ? null : name.replace('\u0000', '\uFFFD');
    }
}
