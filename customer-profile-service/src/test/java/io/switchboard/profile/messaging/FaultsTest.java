package io.switchboard.profile.messaging;

import static io.switchboard.profile.support.Fixtures.aMessage;
import static io.switchboard.profile.support.Fixtures.aPrivateMessage;
import static io.switchboard.profile.support.Fixtures.aTenant;
import static io.switchboard.profile.support.Fixtures.understood;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.switchboard.contracts.EventTypes;
import io.switchboard.contracts.Topics;
import io.switchboard.contracts.message.Message;
import io.switchboard.contracts.message.Visibility;
import io.switchboard.profile.ledger.LedgerState;
import io.switchboard.profile.support.Broker;
import io.switchboard.profile.support.ComponentTest;
import io.switchboard.profile.support.Database;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What must not be lost when something breaks. */
@ComponentTest
class FaultsTest {
    @Inject
    Broker broker;

    @Inject
    Database database;

    @Inject
    MeterRegistry metrics;

    private final String tenant = aTenant();

    @AfterEach
    void letTheServiceIn() {
        database.open();
    }

    @ParameterizedTest
    @ValueSource(strings = {"not json", "{\"message\":null}", "{\"message\":{\"tenant\":\"x\"}}", ""})
    void poisonIsDeadLetteredAndThePartitionMovesOn(String poison) {
        Message lost = aPrivateMessage(tenant);
        Message next = aMessage(tenant, "email", lost.handle(), Visibility.PRIVATE, lost.conversationId());
        broker.send(Topics.MESSAGES_RECEIVED, lost, EventTypes.MESSAGE_RECEIVED, poison.getBytes(UTF_8));
        broker.receive(next);
        await().until(() -> state(next) == LedgerState.WAITING);
        await().until(() -> state(lost) == LedgerState.DEAD_LETTERED);
        assertThat(broker.all(Topics.deadLetter(Topics.MESSAGES_RECEIVED), tenant))
                .hasSize(1);
        assertThat(database.ledger(tenant, lost.messageId())
                        .orElseThrow()
                        .facts()
                        .reason())
                .startsWith("messages.received: ");
        assertThat(metrics.counter(
                                "switchboard.ledger.dead.lettered", "topic", "messages.received", "message", "entered")
                        .count())
                .isPositive();
    }

    @Test
    void poisonAmongManyTakesNobodyAlong() {
        Message first = aPrivateMessage(tenant);
        List<Message> messages = new ArrayList<>();
        List<String> good = new ArrayList<>();
        for (int i = 0; i < 150; i++) {
            Message message = aMessage(tenant, "email", first.handle(), Visibility.PRIVATE, first.conversationId());
            messages.add(message);
            if (i % 50 == 25) {
                broker.send(Topics.MESSAGES_UNDERSTOOD, message, EventTypes.MESSAGE_UNDERSTOOD, "x".getBytes(UTF_8));
            } else {
                broker.understand(understood(message));
                good.add(message.messageId().toString());
            }
        }
        await().atMost(Duration.ofSeconds(30)).until(() -> identified().containsAll(good));
        assertThat(broker.all(Topics.MESSAGES_IDENTIFIED, tenant).stream()
                        .map(record -> Broker.header(record, "ce_id"))
                        .distinct())
                .containsExactlyElementsOf(good);
        await().until(() -> state(messages.get(125)) == LedgerState.DEAD_LETTERED);
        assertThat(broker.all(Topics.deadLetter(Topics.MESSAGES_UNDERSTOOD), tenant))
                .hasSize(3);
        assertThat(count("message")).isEqualTo(good.size());
    }

    @Test
    void aMessageThatComesTwiceInOneBreathIsKeptOnce() {
        Message message = aPrivateMessage(tenant);
        for (int i = 0; i < 50; i++) {
            broker.receive(message);
            broker.understand(understood(message));
        }
        Message last = aMessage(tenant, "email", message.handle(), Visibility.PRIVATE, message.conversationId());
        broker.receive(last);
        broker.understand(understood(last));
        await().until(() -> identified().contains(last.messageId().toString()));
        await().until(() -> state(last) == LedgerState.WAITING);
        assertThat(count("message")).isEqualTo(2);
        assertThat(broker.all(Topics.deadLetter(Topics.MESSAGES_UNDERSTOOD), tenant))
                .isEmpty();
        assertThat(broker.all(Topics.deadLetter(Topics.MESSAGES_RECEIVED), tenant))
                .isEmpty();
    }

    @Test
    void whatRoutingCouldNotProcessIsDeadLetteredToo() {
        Message message = aPrivateMessage(tenant);
        broker.receive(message);
        broker.send(
                Topics.deadLetter(Topics.MESSAGES_IDENTIFIED),
                message,
                EventTypes.MESSAGE_IDENTIFIED,
                "x".getBytes(UTF_8));
        await().until(() -> state(message) == LedgerState.DEAD_LETTERED);
    }

    @Test
    void textThatTheDatabaseCanNotKeepIsNoPoison() {
        Message plain = aPrivateMessage(tenant);
        Message message = new Message(
                plain.messageId(),
                tenant,
                "main",
                plain.channel(),
                plain.account(),
                plain.handle() + "\u0000",
                "S\u0000m",
                plain.conversationId(),
                plain.visibility(),
                "\u0000",
                "before\u0000after",
                List.of(),
                plain.providerMessageId(),
                List.of(),
                plain.sentAt(),
                plain.receivedAt());
        broker.receive(message);
        broker.understand(understood(message));
        await().until(() -> broker.all(Topics.MESSAGES_IDENTIFIED, tenant).size() == 1);
    }

    @Test
    void connectionsCutMidWayLoseNothing() throws InterruptedException {
        List<Message> messages = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            messages.add(aPrivateMessage(tenant));
        }
        for (int i = 0; i < messages.size(); i++) {
            broker.receive(messages.get(i));
            broker.understand(understood(messages.get(i)));
            if (i % 50 == 25) {
                broker.flush();
                Thread.sleep(60);
                database.cutConnections();
            }
        }
        await().atMost(Duration.ofSeconds(60)).until(() -> identified().containsAll(ids(messages)));
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(count("ledger_entry")).isEqualTo(400));
        assertThat(count("message")).isEqualTo(400);
        assertThat(count("customer")).isEqualTo(400);
        assertThat(broker.all(Topics.deadLetter(Topics.MESSAGES_UNDERSTOOD), tenant))
                .isEmpty();
        assertThat(broker.all(Topics.deadLetter(Topics.MESSAGES_RECEIVED), tenant))
                .isEmpty();
    }

    @Test
    void aDatabaseThatIsAwayDelaysAndLosesNothing() throws InterruptedException {
        Message before = aPrivateMessage(tenant);
        broker.understand(understood(before));
        await().until(() -> identified().contains(before.messageId().toString()));
        database.close();
        Message meanwhile = aPrivateMessage(tenant);
        broker.receive(meanwhile);
        broker.understand(understood(meanwhile));
        Thread.sleep(4000);
        assertThat(identified()).doesNotContain(meanwhile.messageId().toString());
        database.open();
        await().atMost(Duration.ofSeconds(20))
                .until(() -> identified().contains(meanwhile.messageId().toString()));
        assertThat(broker.all(Topics.deadLetter(Topics.MESSAGES_UNDERSTOOD), tenant))
                .isEmpty();
    }

    private LedgerState state(Message message) {
        return database.ledger(tenant, message.messageId())
                .map(entry -> entry.state())
                .orElse(null);
    }

    private long count(String table) {
        return database.in(
                tenant,
                session -> session.createNativeQuery("select count(*) from " + table, Long.class)
                        .getSingleResult());
    }

    private Set<String> identified() {
        var ids = new HashSet<String>();
        for (ConsumerRecord<String, byte[]> record : broker.all(Topics.MESSAGES_IDENTIFIED, tenant)) {
            ids.add(Broker.header(record, "ce_id"));
        }
        return ids;
    }

    private static List<String> ids(List<Message> messages) {
        return messages.stream().map(Message::messageId).map(UUID::toString).toList();
    }
}
