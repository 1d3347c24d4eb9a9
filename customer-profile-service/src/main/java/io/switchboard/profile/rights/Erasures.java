package io.switchboard.profile.rights;

import io.smallrye.mutiny.Uni;
import io.switchboard.profile.tenancy.TenantTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What was forgotten, and of which others are still to be told. */
@ApplicationScoped
public class Erasures {
    private final TenantTransaction transaction;

    Erasures(TenantTransaction transaction) {
        this.transaction = transaction;
    }

    /**
     * News that others have not heard yet.
     *
     * @param erasureId which erasure
     * @param centre of the customer
     * @param at when it was done
     * @param customerIds who was one with the person
     * @param messageIds what they said and were told
     */
    public record News(UUID erasureId, String centre, Instant at, List<UUID> customerIds, List<UUID> messageIds) {}

    /** Returns the newest erasures before a time. */
    public Uni<List<Erasure>> before(String tenant, Instant before, int limit) {
        return transaction.in(
                tenant,
                session -> new Steps(session, Map.of("tenant", tenant, "before", before, "limit", limit))
                        .read(ErasureSql.ALL, Erasure.class));
    }

    /** Returns some of what others have not heard yet, the oldest first. */
    public Uni<List<News>> toTell(String tenant) {
        return transaction.in(
                tenant, session -> new Steps(session, Map.of("tenant", tenant)).read(ErasureSql.TO_TELL, News.class));
    }

    /** Forgets whom an erasure was of, now that others know. */
    public Uni<Void> told(String tenant, UUID erasure) {
        return transaction.in(
                tenant,
                session -> new Steps(session, Map.of("tenant", tenant, "erasure", erasure)).run(ErasureSql.TOLD));
    }
}
