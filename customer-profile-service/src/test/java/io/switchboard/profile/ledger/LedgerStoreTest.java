package io.switchboard.profile.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.profile.support.ComponentTest;
import io.switchboard.profile.support.Database;
import io.switchboard.profile.support.Fixtures;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The database and {@link Facts} follow the same rules. */
@ComponentTest
class LedgerStoreTest {
    private static final Instant NOON = Instant.parse("2026-05-04T12:00:00Z");
    private static final UUID REPLY = new UUID(0, 2);

    private static final List<Fact> FACTS = List.of(
            new Fact.Received(NOON.plusSeconds(3600)),
            new Fact.Received(NOON.plusSeconds(3000)),
            new Fact.Claimed(NOON.plusSeconds(2000)),
            new Fact.Claimed(NOON.plusSeconds(4000)),
            new Fact.JudgedChaff("hashtags only (rules-1)"),
            new Fact.DeadLettered("not a MessageReceived"),
            new Fact.Answered(REPLY),
            FactsTest.waiting(1),
            FactsTest.assigned(2),
            FactsTest.waiting(3),
            FactsTest.completed(5),
            FactsTest.reply(REPLY, 3, null),
            FactsTest.reply(REPLY, 3, 4L),
            FactsTest.reply(REPLY, 3, 9L));

    @Inject
    Database database;

    @Inject
    LedgerStore ledger;

    @Test
    void theDatabaseMergesAndDerivesLikeTheRules() {
        String tenant = Fixtures.aTenant();
        var random = new Random(20260504);
        for (int life = 0; life < 300; life++) {
            List<Fact> told = new ArrayList<>(
                    FACTS.stream().filter(fact -> random.nextInt(3) == 0).toList());
            Collections.shuffle(told, random);
            UUID message = UUID.randomUUID();
            Facts expected = Merging.NONE;
            for (Fact fact : told) {
                expected = Merging.and(expected, fact);
                database.in(tenant, session -> ledger.learn(session, tenant, "main", List.of(message), fact));
            }
            if (!told.isEmpty()) {
                LedgerEntry entry = database.ledger(tenant, message).orElseThrow();
                assertThat(entry.facts()).as("%s", told).isEqualTo(expected);
                assertThat(entry.state()).as("%s", told).isEqualTo(expected.state());
                assertThat(entry.deadline()).as("%s", told).isEqualTo(Merging.deadline(expected));
            }
        }
    }

    @Test
    void whatIsKnownAlreadyTouchesNoRow() {
        String tenant = Fixtures.aTenant();
        UUID message = UUID.randomUUID();
        List<Instant> changes = new ArrayList<>();
        for (int time = 0; time < 2; time++) {
            for (Fact fact : FACTS) {
                database.in(tenant, session -> ledger.learn(session, tenant, "main", List.of(message), fact));
            }
            changes.add(database.ledger(tenant, message).orElseThrow().changedAt());
        }
        assertThat(changes.getFirst()).isEqualTo(changes.getLast());
    }
}
