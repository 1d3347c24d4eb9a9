package io.switchboard.profile.messaging;

import static io.restassured.RestAssured.given;
import static io.switchboard.profile.support.Fixtures.aPrivateMessage;
import static io.switchboard.profile.support.Fixtures.aTenant;
import static io.switchboard.profile.support.Fixtures.understood;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

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
import java.util.ArrayList;
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
        return asked("/api/v1/ledger");
    }

    private ValidatableResponse asked(String path) {
        return given().header("Authorization", "Bearer " + Tokens.of("supervisor", tenant))
                .get(path)
                .then()
                .statusCode(200);
    }

    private ValidatableResponse overdue() {
        return asked("/api/v1/ledger/overdue");
    }

    private double missing() {
        Gauge gauge =
                metrics.find("switchboard.ledger.missing").tag("tenant", tenant).gauge();
        return gauge == null ? -1 : gauge.value();
    }

    @Test
    void theLongestOverdueComeFirstPageByPage() {
        Message one = aPrivateMessage(tenant);
        Message two = aPrivateMessage(tenant);
        Message three = aPrivateMessage(tenant);
        claim(one, two, three);
        await().until(() -> ledger(one).isPresent());
        var first = asked("/api/v1/ledger/overdue?limit=2").body("messages", hasSize(2));
        String next = first.extract().path("next");
        List<String> seen = new ArrayList<>(first.extract().<List<String>>path("messages.messageId"));
        var last = asked("/api/v1/ledger/overdue?limit=2&after=" + next)
                .body("messages", hasSize(1))
                .body("next", nullValue());
        seen.addAll(last.extract().path("messages.messageId"));
        assertThat(seen)
                .containsExactlyInAnyOrder(
                        one.messageId().toString(),
                        two.messageId().toString(),
                        three.messageId().toString());
    }

    @Test
    void aDayIsReportedInTheTimeOfAPlace() {
        Message message = aPrivateMessage(tenant);
        broker.receive(message);
        await().until(() -> ledger(message).isPresent());
        asked("/api/v1/ledger/report?zone=Europe/Berlin")
                .body("accepted", equalTo(1))
                .body("waiting", equalTo(1))
                .body("channels[0].channel", equalTo(message.channel()));
        asked("/api/v1/ledger/report?day=2026-03-29&zone=Europe/Berlin")
                .body("from", equalTo("2026-03-28T23:00:00Z"))
                .body("to", equalTo("2026-03-29T22:00:00Z"))
                .body("accepted", equalTo(0));
        for (String bad : List.of("zone=Mars/Olympus", "day=2999-01-01")) {
            given().header("Authorization", "Bearer " + Tokens.of("supervisor", tenant))
                    .get("/api/v1/ledger/report?" + bad)
                    .then()
                    .statusCode(400);
        }
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
        overdue()
                .body("messages.messageId", equalTo(List.of(lost.messageId().toString())))
                .body("messages[0].reason", equalTo("its provider delivered it, and it never came in"))
                .body("next", nullValue());

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
