package io.switchboard.profile.hours;

import static io.switchboard.profile.support.Fixtures.NOON;
import static io.switchboard.profile.support.Fixtures.aTenant;
import static io.switchboard.profile.support.Setups.queue;
import static io.switchboard.profile.support.Setups.workdays;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.switchboard.contracts.Keys;
import io.switchboard.contracts.Topics;
import io.switchboard.contracts.routing.OpeningHours;
import io.switchboard.contracts.routing.RoutingSetup;
import io.switchboard.profile.support.Broker;
import io.switchboard.profile.support.ComponentTest;
import io.switchboard.profile.support.Database;
import io.switchboard.profile.support.Setups;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Of a centre's setups the last one holds, however often and late they come. */
@ComponentTest
class SetupsTest {
    private static final OpeningHours OFFICE = workdays("Europe/Berlin", "09:00-17:00");
    private static final OpeningHours LATE = workdays("Europe/Berlin", "12:00-20:00");

    @Inject
    Broker broker;

    @Inject
    Database database;

    private final String tenant = aTenant();
    private final Queue<String> warnings = new ConcurrentLinkedQueue<>();
    private final Handler listener = new Handler() {
        @Override
        public void publish(LogRecord record) {
            warnings.add(String.format(record.getMessage(), record.getParameters()));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @BeforeEach
    void listen() {
        Logger.getLogger(FollowSetup.class.getName()).addHandler(listener);
    }

    @AfterEach
    void stopListening() {
        Logger.getLogger(FollowSetup.class.getName()).removeHandler(listener);
    }

    @Test
    void whatComesAgainOrLateChangesNothing() {
        RoutingSetup first = Setups.of(tenant, at(1), queue("billing", OFFICE));
        RoutingSetup late = Setups.of(tenant, at(2), queue("billing", workdays("Asia/Tokyo", "09:00-10:00")));
        RoutingSetup last = Setups.of(tenant, at(3), queue("billing", LATE));
        for (RoutingSetup setup : List.of(first, first, last, late, last, first)) {
            broker.setUp(setup);
        }
        end(at(4), queue("billing", LATE));
        assertThat(told("billing")).containsExactly(at(1) + " 09:00:00", at(3) + " 12:00:00");
    }

    @Test
    void aSetupThatSaysTheSameOfHoursIsNoNewsOfThem() {
        for (int i = 1; i < 6; i++) {
            broker.setUp(Setups.of(tenant, at(i), queue("billing", OFFICE), queue("general", null)));
        }
        end(at(6), queue("billing", OFFICE), queue("general", null));
        assertThat(told("billing")).containsExactly(at(1) + " 09:00:00");
        assertThat(told("general")).containsExactly(at(1) + " null");
    }

    @Test
    void aQueueThatIsGoneHasNoHoursAnyMoreUntilItIsBack() {
        broker.setUp(Setups.of(tenant, at(1), queue("billing", OFFICE), queue("general", OFFICE)));
        broker.setUp(Setups.of(tenant, at(2), queue("general", OFFICE)));
        broker.setUp(Setups.of(tenant, at(3), queue("general", OFFICE)));
        broker.setUp(Setups.of(tenant, at(4), queue("billing", OFFICE), queue("general", OFFICE)));
        end(at(5), queue("billing", OFFICE), queue("general", OFFICE));
        assertThat(told("billing")).containsExactly(at(1) + " 09:00:00", at(2) + " null", at(4) + " 09:00:00");
        assertThat(told("general")).containsExactly(at(1) + " 09:00:00");
    }

    @Test
    void whatCanNotBeReadCountsAsAlwaysOpenAndIsSaidOnce() {
        RoutingSetup odd = Setups.of(
                tenant,
                at(1),
                queue("mars", workdays("Mars/Olympus", "09:00-17:00")),
                queue("backwards", workdays("Europe/Berlin", "17:00-09:00")),
                queue("billing", OFFICE));
        broker.setUp(odd);
        broker.setUp(odd);
        end(at(2), queue("mars", null), queue("backwards", null), queue("billing", OFFICE));
        assertThat(told("mars")).containsExactly(at(1) + " null");
        assertThat(told("backwards")).containsExactly(at(1) + " null");
        assertThat(told("billing")).containsExactly(at(1) + " 09:00:00");
        assertThat(warnings)
                .filteredOn(line -> line.contains(Keys.centre(tenant, "main")))
                .hasSize(2)
                .anySatisfy(line -> assertThat(line).contains("queue mars", "Mars/Olympus"))
                .anySatisfy(line -> assertThat(line).contains("queue backwards", "17:00-09:00"));
    }

    @Test
    void aZoneThatOnlyJavaKnowsIsUnknown() {
        assertThat(ZoneId.getAvailableZoneIds()).contains("SystemV/AST4ADT");
        broker.setUp(Setups.of(tenant, at(1), queue("billing", workdays("SystemV/AST4ADT", "09:00-17:00"))));
        end(at(2), queue("billing", null));
        assertThat(told("billing")).containsExactly(at(1) + " null");
        assertThat(warnings).anySatisfy(line -> assertThat(line).contains(tenant, "SystemV/AST4ADT"));
    }

    @Test
    void poisonIsDeadLetteredAndTheNextSetupIsRead() {
        RoutingSetup nameless = Setups.of(tenant, at(1), queue(null, OFFICE));
        broker.setUp(tenant, "main", "{\"queues\":7}".getBytes(UTF_8));
        broker.setUp(nameless);
        end(at(1), queue("billing", OFFICE));
        assertThat(told("billing")).containsExactly(at(1) + " 09:00:00");
        assertThat(broker.all(Topics.deadLetter(Topics.ROUTING_SETUP), tenant)).hasSize(2);
    }

    private static Instant at(int minute) {
        return NOON.plusSeconds(60L * minute);
    }

    /** One setup more, with a queue that nothing is asked of; when it is there, all before it were read. */
    private void end(Instant at, RoutingSetup.Queue... queues) {
        var all = new ArrayList<>(List.of(queues));
        all.add(queue("end", new OpeningHours("UTC", Map.of("monday", List.of("00:00-24:00")), Set.of())));
        broker.setUp(Setups.of(tenant, at, all.toArray(RoutingSetup.Queue[]::new)));
        await().until(() -> !told("end").isEmpty());
    }

    private List<String> told(String queue) {
        return database.in(
                tenant,
                session -> session.createNativeQuery("""
                                select to_char(since at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') || ' '
                                    || coalesce(cast(opens[1] as text), 'null')
                                from queue_hours where queue = :queue order by since
                                """, String.class)
                        .setParameter("queue", queue)
                        .getResultList());
    }
}
