package io.switchboard.profile.changes;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.switchboard.kit.event.EventJson;
import io.switchboard.profile.customer.CustomerProfile;
import io.switchboard.profile.customer.CustomerStore;
import io.switchboard.profile.tenancy.Home;
import io.switchboard.profile.tenancy.TenantTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.logging.Logger;

/**
 * Whose profiles changed: noted in the transaction that changes them, told when it is committed. What a crash or a broker
 * that is away leaves untold is told later ({@link #leftOver}), so nothing that holds goes unheard.
 */
@ApplicationScoped
public class Changes {
    private static final Logger LOG = Logger.getLogger(Changes.class);
    private static final int AT_ONCE = 32;
    /** Who brought the record need not wait for a broker that is away: the news is safe. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private record Changed(UUID id, UUID root) {
        static Changed read(Object[] row) {
            return new Changed((UUID) row[0], (UUID) row[1]);
        }
    }

    private record News(UUID id, CustomerProfile now) {}

    private final TenantTransaction transaction;
    private final CustomerStore customers;
    private final Announcer announcer;

    Changes(TenantTransaction transaction, CustomerStore customers, Announcer announcer) {
        this.transaction = transaction;
        this.customers = customers;
        this.announcer = announcer;
    }

    /**
     * Notes that the profiles of {@code customers} change in this transaction.
     *
     * @return the change, to be told when the transaction is committed
     */
    public Uni<UUID> note(Mutiny.Session session, String tenant, Collection<UUID> customers) {
        UUID change = UUID.randomUUID();
        String ids = EventJson.text(customers);
        return session.createNativeQuery(ChangeSql.TOUCH)
                .setParameter("tenant", tenant)
                .setParameter("customers", ids)
                .executeUpdate()
                .chain(() -> session.createNativeQuery(ChangeSql.NOTE)
                        .setParameter("tenant", tenant)
                        .setParameter("change", change)
                        .setParameter("customers", ids)
                        .executeUpdate())
                .replaceWith(change);
    }

    /** Tells of a change that is committed; never fails. */
    public Uni<Void> tell(String tenant, UUID change) {
        return Uni.createFrom()
                .deferred(() -> tell(tenant, change, Home.here()))
                .ifNoItem()
                .after(PATIENCE)
                .fail()
                .onFailure()
                .invoke(failure -> LOG.warnf("change %s: told later: %s", change, failure.toString()))
                .onFailure()
                .recoverWithNull();
    }

    private Uni<Void> tell(String tenant, UUID change, Executor home) {
        return transaction
                .in(tenant, session -> news(session, tenant, change))
                .flatMap(news -> tell(tenant, news))
                // Kafka answers on a thread of its own, where no session may be opened.
                .emitOn(home)
                .chain(() -> transaction.in(tenant, session -> forget(session, tenant, change)));
    }

    private static Uni<Void> forget(Mutiny.Session session, String tenant, UUID change) {
        return session.createNativeQuery(ChangeSql.FORGET)
                .setParameter("tenant", tenant)
                .setParameter("change", change)
                .executeUpdate()
                .replaceWithVoid();
    }

    /** Returns changes that should have been told long ago. */
    public Uni<List<UUID>> leftOver(String tenant) {
        return transaction
                .in(
                        tenant,
                        session -> session.createNativeQuery(ChangeSql.LEFT_OVER, String.class)
                                .setParameter("tenant", tenant)
                                .getResultList())
                .map(ids -> ids.stream().map(UUID::fromString).toList());
    }

    private Uni<List<News>> news(Mutiny.Session session, String tenant, UUID change) {
        return session.createNativeQuery(ChangeSql.CHANGED, Object[].class)
                .setParameter("tenant", tenant)
                .setParameter("change", change)
                .getResultList()
                .map(rows -> rows.stream().map(Changed::read).toList())
                .flatMap(changed -> profiles(session, tenant, changed).map(profiles -> news(changed, profiles)));
    }

    private Uni<Map<UUID, CustomerProfile>> profiles(Mutiny.Session session, String tenant, List<Changed> changed) {
        return customers
                .findAll(
                        session,
                        tenant,
                        changed.stream()
                                .map(one -> one.root().toString())
                                .distinct()
                                .toList())
                .map(found -> found.stream().collect(Collectors.toMap(CustomerProfile::id, profile -> profile)));
    }

    /** Told are those who changed, and those whom they are known as. */
    private static List<News> news(List<Changed> changed, Map<UUID, CustomerProfile> profiles) {
        return changed.stream()
                .flatMap(one -> Stream.of(new Changed(one.id(), one.root()), new Changed(one.root(), one.root())))
                .distinct()
                .flatMap(one -> Optional.ofNullable(profiles.get(one.root())).stream()
                        .map(profile -> new News(one.id(), profile)))
                .toList();
    }

    private Uni<Void> tell(String tenant, List<News> news) {
        return Multi.createFrom()
                .iterable(news)
                .onItem()
                .transformToUni(one -> announcer.changed(tenant, one.id(), one.now()))
                .merge(AT_ONCE)
                .collect()
                .asList()
                .replaceWithVoid();
    }
}
