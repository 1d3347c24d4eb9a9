package io.switchboard.profile.tenancy;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.switchboard.contracts.message.Message;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * A transaction that sees and writes the rows of one tenant and of nobody else.
 *
 * <p>The database itself holds the line (row-level security): a statement that forgets its where clause finds nothing of
 * another tenant's.
 */
@ApplicationScoped
public class TenantTransaction {
    /**
     * The third argument ends the settings with the transaction, so that a pooled connection carries no tenant over. Plans are
     * made for any tenant: of one that came since PostgreSQL last counted, it believes that there is hardly a row, and reads
     * all the tenant's rows again and again where it should look up one. Who asks once for much says otherwise.
     */
    private static final String NAME_THE_TENANT = """
            select set_config('switchboard.tenant', :tenant, true),
                set_config('plan_cache_mode', 'force_generic_plan', true)
            """;

    private final Mutiny.SessionFactory sessions;

    TenantTransaction(Mutiny.SessionFactory sessions) {
        this.sessions = sessions;
    }

    /**
     * Runs {@code work} in one transaction of {@code tenant}. Once begun it is carried to its end, also when nobody waits
     * any more: a transaction that is cancelled midway would be rolled back on a thread that may not touch its session.
     *
     * @return what {@code work} returned, after the commit; fails when the work or the commit failed
     */
    public <T> Uni<T> in(String tenant, Function<Mutiny.Session, Uni<T>> work) {
        return Uni.createFrom()
                .emitter(waiting -> inTransaction(tenant, work).subscribe().with(waiting::complete, waiting::fail));
    }

    /**
     * What is done for one tenant of several.
     *
     * @param <E> what it is done with
     * @param <T> what comes of it
     */
    @FunctionalInterface
    public interface Work<E, T> {
        /** Begins it in a transaction of {@code tenant}. */
        Uni<T> begin(Mutiny.Session session, String tenant, List<E> events);
    }

    /**
     * Runs {@code work} in a transaction for each tenant, one after the other; those before one that fails are committed.
     *
     * @param events of any tenants
     * @param tenant whose an event is
     * @param id what an event is about; of several about the same the last counts
     * @return what came of it, by the tenants' first events
     */
    public <E, T> Uni<List<T>> each(List<E> events, Function<E, String> tenant, Function<E, UUID> id, Work<E, T> work) {
        Map<String, Map<UUID, E>> byTenant = new LinkedHashMap<>();
        events.forEach(event -> byTenant.computeIfAbsent(tenant.apply(event), _ -> new LinkedHashMap<>())
                .put(id.apply(event), event));
        return Multi.createFrom()
                .iterable(byTenant.entrySet())
                .onItem()
                .transformToUniAndConcatenate(one -> in(
                        one.getKey(),
                        session -> work.begin(
                                session,
                                one.getKey(),
                                List.copyOf(one.getValue().values()))))
                .collect()
                .asList();
    }

    /** As {@link #each(List, Function, Function, Work)}, of events about messages. */
    public <E, T> Uni<List<T>> each(List<E> events, Function<E, Message> message, Work<E, T> work) {
        return each(
                events,
                event -> message.apply(event).tenant(),
                event -> message.apply(event).messageId(),
                work);
    }

    private <T> Uni<T> inTransaction(String tenant, Function<Mutiny.Session, Uni<T>> work) {
        return sessions.withTransaction((session, transaction) -> session.createNativeQuery(NAME_THE_TENANT)
                .setParameter("tenant", tenant)
                .executeUpdate()
                .flatMap(set -> work.apply(session)));
    }
}
