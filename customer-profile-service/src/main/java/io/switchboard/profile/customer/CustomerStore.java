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
            where tenant = :tenant and standing <> :standing
            and root_id = (select root_id from customer where tenant = :tenant and customer_id = :customer)
            """;

    /** Returns who a customer is known as: themselves, or who they were merged into. */
    public Uni<Optional<CustomerRecord>> find(Mutiny.Session session, String tenant, UUID customerId) {
        return session.createQuery("""
                        select root from CustomerRecord root, CustomerRecord one
                        where one.key.tenant = :tenant and one.key.customerId = :customer
                        and root.key.tenant = one.key.tenant and root.key.customerId = one.rootId
                        """, CustomerRecord.class)
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
