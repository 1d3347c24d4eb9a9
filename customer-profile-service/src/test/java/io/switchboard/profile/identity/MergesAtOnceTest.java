package io.switchboard.profile.identity;

import static io.switchboard.profile.support.Fixtures.aPrivateMessage;
import static io.switchboard.profile.support.Fixtures.aTenant;
import static io.switchboard.profile.support.Fixtures.understood;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.vertx.VertxContextSupport;
import io.switchboard.profile.support.ComponentTest;
import io.switchboard.profile.support.Database;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Many change who is who at once: each waits for the other, and the tree stays a tree. */
@ComponentTest
class MergesAtOnceTest {
    private static final Cause CAUSE = new Cause("test", null, Map.of());

    @Inject
    Database database;

    @Inject
    IdentifyMessages identifyMessages;

    @Inject
    ChangeIdentity change;

    @Inject
    IdentityStore store;

    private final String tenant = aTenant();

    @Test
    void aTreeStaysATree() throws Throwable {
        List<UUID> customers = aCustomers(6);
        var random = new Random(4);
        var wishes = new ArrayList<Callable<Outcome>>();
        for (int i = 0; i < 200; i++) {
            UUID one = customers.get(random.nextInt(customers.size()));
            UUID other = customers.get(random.nextInt(customers.size()));
            wishes.add(
                    random.nextInt(3) == 0
                            ? () -> database.in(tenant, s -> change.unmerge(s, tenant, one, null, CAUSE))
                            : () -> database.in(tenant, s -> change.merge(s, tenant, one, other, null, null, CAUSE)));
        }
        int done = 0;
        try (var pool = Executors.newFixedThreadPool(6)) {
            for (Future<Outcome> outcome : pool.invokeAll(wishes)) {
                done += outcome.get() instanceof Outcome.Done ? 1 : 0;
            }
        }
        assertThat(done).isGreaterThan(20);
        Map<UUID, Member> members = members(customers);
        for (UUID customer : customers) {
            assertThat(members.get(customer).rootId()).isEqualTo(end(members, customer));
        }
        assertThat(changes()).isEqualTo(done);
    }

    @Test
    void ofTwoWhoKnowTheSameVersionOneIsStale() throws Throwable {
        List<UUID> customers = aCustomers(3);
        try (var pool = Executors.newFixedThreadPool(2)) {
            var outcomes = new ArrayList<Outcome>();
            for (Future<Outcome> outcome : pool.invokeAll(List.of(
                    wish(customers.getFirst(), customers.get(1)), wish(customers.getFirst(), customers.get(2))))) {
                outcomes.add(outcome.get());
            }
            assertThat(outcomes).hasAtLeastOneElementOfType(Outcome.Done.class);
            assertThat(outcomes)
                    .filteredOn(Outcome.Refused.class::isInstance)
                    .singleElement()
                    .isEqualTo(new Outcome.Refused(Refusal.STALE, 2));
        }
    }

    private Callable<Outcome> wish(UUID one, UUID other) {
        return () -> database.in(tenant, s -> change.merge(s, tenant, one, other, 1, null, CAUSE));
    }

    private static UUID end(Map<UUID, Member> members, UUID customer) {
        UUID at = customer;
        for (int steps = 0; steps <= members.size(); steps++) {
            UUID above = members.get(at).mergedInto();
            if (above == null) {
                return at;
            }
            at = above;
        }
        throw new AssertionError("a circle at " + customer);
    }

    private Map<UUID, Member> members(List<UUID> customers) {
        return database.in(tenant, session -> store.members(session, tenant, customers.toArray(UUID[]::new)));
    }

    private long changes() {
        return database.in(
                tenant,
                session -> session.createNativeQuery("select count(*) from identity_change", Long.class)
                        .getSingleResult());
    }

    private List<UUID> aCustomers(int many) throws Throwable {
        var customers = new ArrayList<UUID>();
        for (int i = 0; i < many; i++) {
            customers.add(VertxContextSupport.subscribeAndAwait(
                            () -> identifyMessages.take(understood(aPrivateMessage(tenant))))
                    .orElseThrow()
                    .message()
                    .customer()
                    .customerId());
        }
        return customers;
    }
}
