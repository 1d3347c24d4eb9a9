package io.switchboard.profile.identity;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.smallrye.mutiny.Uni;
import io.switchboard.contracts.message.Message;
import io.switchboard.contracts.message.SignedIdentity;
import io.switchboard.kit.event.EventJson;
import io.switchboard.profile.customer.Address;
import io.switchboard.profile.customer.Addresses;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.reactive.mutiny.Mutiny;

/** Who signs in on a device from which somebody unknown writes as well. */
@ApplicationScoped
class Devices {
    /** Whoever signs in on a device for the first time is to be looked at. */
    private static final String NOTE = """
            with one as (
                select h.customer_id, r.message_id, r.device_kind, r.device_scope, r.device
                from json_to_recordset(cast(cast(:rows as text) as json)) as r (message_id uuid, kind text, scope text,
                    value text, device_kind text, device_scope text, device text)
                join handle h on h.tenant = :tenant and h.kind = r.kind and h.scope = r.scope and h.value = r.value
            ), news as (
                insert into device_sign_in (tenant, kind, scope, value, customer_id)
                select distinct cast(:tenant as text), device_kind, device_scope, device, customer_id from one
                order by device_kind, device_scope, device, customer_id
                on conflict do nothing
                returning customer_id
            )
            insert into identity_clue (tenant, customer_id, message_id)
            select distinct on (customer_id) cast(:tenant as text), customer_id, message_id
            from one where customer_id in (select customer_id from news) order by customer_id, message_id
            """;

    /** Nobody is found by a device that too many sign in on: it stands in a shop. */
    private static final String SHARED = """
            with ids as (select unnest(cast(cast(:ids as text) as uuid[])) as customer_id), near as (
                select d.customer_id as one, h.customer_id as other, d.kind, d.scope, d.value
                from ids join device_sign_in d on d.tenant = :tenant and d.customer_id = ids.customer_id
                join handle h on h.tenant = d.tenant and h.kind = d.kind and h.scope = d.scope and h.value = d.value
                union
                select d.customer_id, h.customer_id, d.kind, d.scope, d.value
                from ids join handle h on h.tenant = :tenant and h.customer_id = ids.customer_id
                join device_sign_in d on d.tenant = h.tenant and d.kind = h.kind and d.scope = h.scope and d.value = h.value
            )
            select cast(json_build_object('one', near.one, 'other', near.other, 'device', near.value,
                'others', shared.others) as text)
            from near
            join customer one on one.tenant = :tenant and one.customer_id = near.one
            join customer other on other.tenant = :tenant and other.customer_id = near.other
            cross join lateral (
                select count(*) as others from (
                    select 1 from device_sign_in d
                    where d.tenant = :tenant and d.kind = near.kind and d.scope = near.scope and d.value = near.value
                    limit :limit) them
            ) shared
            where one.root_id <> other.root_id and shared.others < :limit
            """;

    private final Addresses addresses;
    private final Clues clues;

    Devices(Addresses addresses, Clues clues) {
        this.addresses = addresses;
        this.clues = clues;
    }

    /**
     * A device that two wrote from.
     *
     * @param one who signed in
     * @param other who did not
     * @param device its handle
     * @param others how many have signed in there
     */
    record Shared(UUID one, UUID other, String device, int others) {
        Reason reason() {
            return Scores.sameDevice(device, others);
        }
    }

    /** Notes on which devices the writers of messages of one tenant have signed in. */
    Uni<Void> note(Mutiny.Session session, String tenant, List<Message> messages) {
        List<Row> rows = messages.stream().flatMap(this::row).toList();
        if (rows.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        clues.noted(tenant);
        return session.createNativeQuery(NOTE)
                .setParameter("tenant", tenant)
                .setParameter("rows", EventJson.text(rows))
                .executeUpdate()
                .replaceWithVoid();
    }

    private Stream<Row> row(Message message) {
        SignedIdentity identity = message.signedIdentity();
        String device = identity == null ? null : identity.device();
        return device == null || device.isBlank() ? Stream.empty() : Stream.of(row(message, device));
    }

    private Row row(Message message, String handle) {
        Address own = addresses.of(message);
        Address device = addresses.of(message.tenant(), message.centre(), message.channel(), message.account(), handle);
        return new Row(
                message.messageId(),
                own.kind(),
                own.scope(),
                own.value(),
                device.kind(),
                device.scope(),
                device.value());
    }

    /** A message as {@link #NOTE} reads it. */
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    private record Row(
            UUID messageId,
            String kind,
            String scope,
            String value,
            String deviceKind,
            String deviceScope,
            String device) {}

    /** Returns the devices that some customers share with whoever is not known to be one with them. */
    Uni<List<Shared>> shared(Mutiny.Session session, String tenant, Collection<UUID> customers) {
        return session.createNativeQuery(SHARED, String.class)
                .setParameter("tenant", tenant)
                .setParameter("ids", customers.stream().map(UUID::toString).collect(Collectors.joining(",", "{", "}")))
                .setParameter("limit", Scores.TOO_MANY)
                .getResultList()
                .map(found -> found.stream()
                        .map(json -> EventJson.read(json.getBytes(UTF_8), Shared.class))
                        .toList());
    }
}
