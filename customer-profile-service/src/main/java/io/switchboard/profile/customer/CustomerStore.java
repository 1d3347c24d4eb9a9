package io.switchboard.profile.customer;

import io.smallrye.mutiny.Uni;
import io.switchboard.contracts.message.Standing;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** Keeps the customers of a tenant. */
@ApplicationScoped
public class CustomerStore {
    private static final String HELD_BY = """
            update customer set last_agent = :agent, last_agent_at = :at, changed_at = now()
            where tenant = :tenant and customer_id = :customer and (last_agent_at is null or last_agent_at < :at)
            """;

    private static final String RANK = """
            update customer set standing = :standing, changed_at = now()
            where tenant = :tenant and customer_id = :customer and standing <> :standing
            """;

    /** Returns a customer. */
    public Uni<Optional<CustomerRecord>> find(Mutiny.Session session, String tenant, UUID customerId) {
        return session.createQuery(
                        "from CustomerRecord where key.tenant = :tenant and key.customerId = :customer",
                        CustomerRecord.class)
                .setParameter("tenant", tenant)
                .setParameter("customer", customerId)
                .getSingleResultOrNull()
                .map(Optional::ofNullable);
    }

    /** Remembers who holds their work since {@code at}, unless somebody has held it since. */
    public Uni<Void> heldBy(Mutiny.Session session, String tenant, UUID customerId, String agent, Instant at) {
        return session.createNativeQuery(HELD_BY)
                .setParameter("agent", agent)
                .setParameter("at", at)
                .setParameter("tenant", tenant)
                .setParameter("customer", customerId)
                .executeUpdate()
                .replaceWithVoid();
    }

    /** Ranks a customer and returns them as they are now; empty when there is no such customer. */
    public Uni<Optional<CustomerRecord>> rank(
            Mutiny.Session session, String tenant, UUID customerId, Standing standing) {
        return session.createNativeQuery(RANK)
                .setParameter("standing", standing.name())
                .setParameter("tenant", tenant)
                .setParameter("customer", customerId)
                .executeUpdate()
                .flatMap(changed -> find(session, tenant, customerId));
    }
}
