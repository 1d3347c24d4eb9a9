package io.switchboard.profile.insight;

import static io.switchboard.profile.support.Fixtures.aTenant;
import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.profile.support.ComponentTest;
import io.switchboard.profile.support.Contacts;
import io.switchboard.profile.support.Contacts.Past;
import io.switchboard.profile.support.Database;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The rule of journeys in the database is the rule in Java: random pasts, with much at the same moment. */
@ComponentTest
class ContactInJourneyTest {
    private static final Instant BEGIN = Instant.parse("2026-03-01T00:00:00Z");
    private static final Duration WINDOW = Duration.ofDays(7);

    @Inject
    Database database;

    @Inject
    Contacts contacts;

    @Inject
    ContactStore store;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void bothFindTheSame(long seed) {
        String tenant = aTenant();
        Random random = new Random(seed);
        Map<UUID, UUID> expected = new HashMap<>();
        List<UUID> customers =
                IntStream.range(0, 3).mapToObj(i -> contacts.customer(tenant)).toList();
        for (UUID customer : customers) {
            List<UUID> threads = List.of(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID());
            for (int i = 0; i < 25; i++) {
                contacts.enter(tenant, customer, past(random, threads));
            }
            var all = database.in(tenant, session -> store.ofCustomer(session, tenant, customer, 100));
            assertThat(all).hasSize(25);
            expected.putAll(Journeys.continued(all, WINDOW));
        }
        assertThat(expected).isNotEmpty();
        assertThat(found(tenant)).isEqualTo(expected);
        assertThat(followed(tenant))
                .containsExactlyInAnyOrderElementsOf(
                        expected.values().stream().distinct().toList());
    }

    private static Past past(Random random, List<UUID> threads) {
        Instant arrived = BEGIN.plus(Duration.ofHours(12L * random.nextInt(80)));
        Instant closed = random.nextInt(3) == 0 ? null : arrived.plus(Duration.ofHours(12L * random.nextInt(10)));
        String topic = List.of("delivery", "billing", "other").get(random.nextInt(3));
        return new Past(
                List.of("email", "x", "voice").get(random.nextInt(3)),
                random.nextInt(4) == 0 ? threads.get(random.nextInt(3)) : UUID.randomUUID(),
                random.nextInt(5) == 0 ? null : topic,
                arrived,
                null,
                closed,
                null,
                null);
    }

    private Map<UUID, UUID> found(String tenant) {
        Map<UUID, UUID> found = new HashMap<>();
        rows(tenant, "work_item_id, continues", "continues is not null")
                .forEach(row -> found.put((UUID) row[0], (UUID) row[1]));
        return found;
    }

    private List<UUID> followed(String tenant) {
        return rows(tenant, "work_item_id, true", "followed").stream()
                .map(row -> (UUID) row[0])
                .toList();
    }

    private List<Object[]> rows(String tenant, String what, String where) {
        return database.in(
                tenant,
                session -> session.createNativeQuery(
                                "select " + what
                                        + " from contact_in_journey(:t, :since, :until, interval '7 days') where "
                                        + where,
                                Object[].class)
                        .setParameter("t", tenant)
                        .setParameter("since", BEGIN)
                        .setParameter("until", BEGIN.plus(Duration.ofDays(60)))
                        .getResultList());
    }
}
