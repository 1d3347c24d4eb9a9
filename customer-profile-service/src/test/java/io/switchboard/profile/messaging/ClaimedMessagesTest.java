package io.switchboard.profile.messaging;

import static io.restassured.RestAssured.given;
import static io.switchboard.profile.support.Fixtures.aPrivateMessage;
import static io.switchboard.profile.support.Fixtures.aTenant;
import static io.switchboard.profile.support.Fixtures.understood;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.restassured.response.ValidatableResponse;
import io.switchboard.contracts.message.Message;
import io.switchboard.contracts.message.MessagesClaimed;
import io.switchboard.profile.ledger.LedgerEntry;
import io.switchboard.profile.ledger.LedgerState;
import io.switchboard.profile.support.Broker;
import io.switchboard.profile.support.ComponentTest;
import io.switchboard.profile.support.Database;
import io.switchboard.profile.support.Tokens;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a provider says it delivered is held against what came in. */
@ComponentTest
class ClaimedMessagesTest {
    @Inject
    Broker broker;

    @Inject
    Database database;

    @Inject
    MeterRegistry metrics;

    private final String tenant = aTenant();
    private final Instant delivered = Instant.now().minus(Duration.ofHours(2)).truncatedTo(ChronoUnit.MILLIS);

    private void claim(Message... messages) {
        broker.claim(new MessagesClaimed(
                tenant,
                "main",
                "email",
                "support@acme.example",
                Arrays.stream(messages).map(Message::messageId).toList(),
                delivered,
                Instant.now()));
    }

    private Optional<LedgerEntry> ledger(Message message) {
        return database.ledger(tenant, message.messageId());
    }

    private ValidatableResponse summary() {
        return given().header("Authorization", "Bearer " + Tokens.of("supervisor", tenant))
                .get("/api/v1/ledger")
                .then()
                .statusCode(200);
    }

    private double missing() {
        Gauge gauge =
                metrics.find("switchboard.ledger.missing").tag("tenant", tenant).gauge();
        return gauge == null ? -1 : gauge.value();
    }

    @Test
    void whatNeverCameInIsMissedWithADeadlineUntilItDoes() {
        Message arrived = aPrivateMessage(tenant);
        Message lost = aPrivateMessage(tenant);
        broker.understand(understood(arrived));
        await().until(() -> ledger(arrived).isPresent());
        LedgerEntry before = ledger(arrived).orElseThrow();

        claim(arrived, lost);
        await().until(() -> ledger(lost).isPresent());
        LedgerEntry entry = ledger(lost).orElseThrow();
        assertThat(entry.state()).isEqualTo(LedgerState.WAITING);
        assertThat(entry.deadline()).isEqualTo(delivered.plus(Duration.ofHours(1)));
        assertThat(entry.facts().reason()).isEqualTo("its provider delivered it, and it never came in");
        assertThat(ledger(arrived).orElseThrow().changedAt()).isEqualTo(before.changedAt());
        summary().body("missing", equalTo(1)).body("overdue", equalTo(1)).body("waiting", equalTo(2));
        await().until(() -> missing() == 1);

        broker.receive(lost);
        await().until(() -> ledger(lost).orElseThrow().facts().reason() == null);
        summary().body("missing", equalTo(0)).body("overdue", equalTo(0));
        await().until(() -> missing() == 0);
        claim(lost);
        Message last = aPrivateMessage(tenant);
        claim(last);
        await().until(() -> ledger(last).isPresent());
        assertThat(ledger(lost).orElseThrow().facts().reason()).isNull();
        assertThat(List.of(
                        ledger(arrived).orElseThrow().state(),
                        ledger(lost).orElseThrow().state()))
                .containsOnly(LedgerState.WAITING);
    }
}
