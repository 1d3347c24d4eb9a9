package io.switchboard.profile.customer;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.smallrye.mutiny.Uni;
import io.switchboard.contracts.message.Consent;
import io.switchboard.kit.event.EventJson;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Keeps the customers of a tenant. */
@ApplicationScoped
public class CustomerStore {
    private final OtherSystems others;

    CustomerStore(OtherSystems others) {
        this.others = others;
    }

    /** Returns what is known of a customer, under the id they are known by. */
    public Uni<Optional<CustomerProfile>> find(Mutiny.Session session, String tenant, UUID customerId) {
        return stored(session, tenant, customerId).map(found -> found.map(one -> one.profile(others)));
    }

    /** Returns the same as it is stored: what was said here, and the records of other systems beside it. */
    public Uni<Optional<StoredCustomer>> stored(Mutiny.Session session, String tenant, UUID customerId) {
        return session.createNativeQuery(CustomerSql.BY_ID, String.class)
                .setParameter("tenant", tenant)
                .setParameter("customer", customerId)
                .getSingleResultOrNull()
                .map(json -> Optional.ofNullable(json).map(CustomerStore::read));
    }

    /** Returns what is known of customers, under the ids they are known by; of two who are one, twice the same. */
    public Uni<List<CustomerProfile>> findAll(Mutiny.Session session, String tenant, List<String> customerIds) {
        return session.createNativeQuery(CustomerSql.BY_IDS, String.class)
                .setParameter("tenant", tenant)
                .setParameter("customers", array(customerIds))
                .getResultList()
                .map(found -> found.stream().map(this::profile).toList());
    }

    /** Returns what is known of whoever was met at addresses; those where nobody was are not among them. */
    public Uni<Map<Address, CustomerProfile>> at(Mutiny.Session session, String tenant, Collection<Address> addresses) {
        List<Address> numbered = addresses.stream().distinct().toList();
        return session.createNativeQuery(CustomerSql.BY_ADDRESSES, Object[].class)
                .setParameter("tenant", tenant)
                .setParameter("addresses", rows(numbered))
                .getResultList()
                .map(found -> found.stream()
                        .collect(Collectors.toMap(
                                row -> numbered.get((Integer) row[0]), row -> profile((String) row[1]))));
    }

    private record AddressRow(int number, String kind, String scope, String value) {}

    private static String rows(List<Address> numbered) {
        return json(IntStream.range(0, numbered.size())
                .mapToObj(number -> row(number, numbered.get(number)))
                .toList());
    }

    private static String json(Object rows) {
        return EventJson.text(rows);
    }

    private static AddressRow row(int number, Address address) {
        return new AddressRow(number, address.kind(), address.scope(), address.value());
    }

    private CustomerProfile profile(String json) {
        return read(json).profile(others);
    }

    private static StoredCustomer read(String json) {
        return EventJson.read(json.getBytes(UTF_8), StoredCustomer.class);
    }

    /** Remembers who holds the work at some addresses, each once, unless somebody has held theirs since. */
    public Uni<Void> heldBy(Mutiny.Session session, String tenant, List<Holding> holdings) {
        return session.createNativeQuery(CustomerSql.HELD_BY)
                .setParameter("tenant", tenant)
                .setParameter("rows", json(holdings.stream().map(HoldingRow::of).toList()))
                .executeUpdate()
                .replaceWithVoid();
    }

    /** A holding as {@link CustomerSql#HELD_BY} reads it. */
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    private record HoldingRow(UUID customerId, String kind, String scope, String value, String agent, Instant at) {
        static HoldingRow of(Holding holding) {
            Address address = holding.address();
            return new HoldingRow(
                    holding.customerId(),
                    address.kind(),
                    address.scope(),
                    address.value(),
                    holding.agent(),
                    holding.at());
        }
    }

    /** Holds all who are one with a customer until the transaction ends, and returns their ids; none when there is none. */
    public Uni<List<String>> holdAll(Mutiny.Session session, String tenant, UUID customerId) {
        return session.createNativeQuery(CustomerSql.HOLD_ALL, String.class)
                .setParameter("tenant", tenant)
                .setParameter("customer", customerId)
                .getResultList();
    }

    /** Says something of those who are held. */
    public Uni<Void> say(Mutiny.Session session, String tenant, List<String> held, Saying saying) {
        return session.createNativeQuery(CustomerSql.SAY)
                .setParameter("tenant", tenant)
                .setParameter("ids", array(held))
                .setParameter("standing", saying.standing().name())
                .setParameter("value", text(saying.value()))
                .setParameter("tier", saying.tier())
                .setParameter("language", saying.language())
                .setParameter("doNotContact", text(saying.doNotContact()))
                .setParameter("vulnerable", text(saying.vulnerable()))
                .executeUpdate()
                .replaceWithVoid();
    }

    /** Writes down what those who are held said about hearing from us, unless they have said otherwise since. */
    public Uni<Void> consent(Mutiny.Session session, String tenant, List<String> held, Consent consent) {
        return session.createNativeQuery(CustomerSql.CONSENT)
                .setParameter("tenant", tenant)
                .setParameter("ids", array(held))
                .setParameter("channel", consent.channel())
                .setParameter("granted", consent.granted())
                .setParameter("at", consent.at())
                .setParameter("by", consent.by())
                .executeUpdate()
                .chain(() -> session.createNativeQuery(CustomerSql.CONSENTED)
                        .setParameter("tenant", tenant)
                        .setParameter("ids", array(held))
                        .executeUpdate())
                .replaceWithVoid();
    }

    private static String array(List<String> ids) {
        return "{" + String.join(",", ids) + "}";
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
