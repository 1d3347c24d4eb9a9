package io.switchboard.profile.messaging;

import static io.switchboard.profile.support.Fixtures.aCustomer;
import static io.switchboard.profile.support.Fixtures.aMessage;
import static io.switchboard.profile.support.Fixtures.aPrivateMessage;
import static io.switchboard.profile.support.Fixtures.aPublicPost;
import static io.switchboard.profile.support.Fixtures.aTenant;
import static io.switchboard.profile.support.Fixtures.accepted;
import static io.switchboard.profile.support.Fixtures.added;
import static io.switchboard.profile.support.Fixtures.at;
import static io.switchboard.profile.support.Fixtures.completed;
import static io.switchboard.profile.support.Fixtures.queued;
import static io.switchboard.profile.support.Fixtures.released;
import static io.switchboard.profile.support.Fixtures.reply;
import static io.switchboard.profile.support.Fixtures.settled;
import static io.switchboard.profile.support.Fixtures.understanding;
import static io.switchboard.profile.support.Fixtures.understood;
import static io.switchboard.profile.support.Fixtures.work;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.switchboard.contracts.EventTypes;
import io.switchboard.contracts.Topics;
import io.switchboard.contracts.customer.CustomerChanged;
import io.switchboard.contracts.message.Message;
import io.switchboard.contracts.message.MessageIdentified;
import io.switchboard.contracts.message.MessageUnderstood;
import io.switchboard.contracts.message.Relevance;
import io.switchboard.contracts.message.Standing;
import io.switchboard.contracts.message.Visibility;
import io.switchboard.contracts.reply.ReplySettled.Outcome;
import io.switchboard.kit.event.EventJson;
import io.switchboard.profile.ledger.LedgerEntry;
import io.switchboard.profile.ledger.LedgerState;
import io.switchboard.profile.support.Broker;
import io.switchboard.profile.support.ComponentTest;
import io.switchboard.profile.support.Database;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** One message's life, told by the topics of the neighbours. */
@ComponentTest
class MessageLifeTest {
    @Inject
    Broker broker;

    @Inject
    Database database;

    private final String tenant = aTenant();

    @Test
    void aReceivedAndUnderstoodMessageIsIdentified() {
        Message message = aPrivateMessage(tenant);
        broker.receive(message);
        broker.understand(understood(message));

        var record = onlyOne(Topics.MESSAGES_IDENTIFIED);
        assertThat(record.key()).isEqualTo(tenant + "/main");
        assertThat(Broker.header(record, "ce_type")).isEqualTo(EventTypes.MESSAGE_IDENTIFIED);
        assertThat(Broker.header(record, "ce_id")).isEqualTo(message.messageId().toString());
        assertThat(Broker.header(record, "ce_subject"))
                .isEqualTo(message.messageId().toString());
        var identified = EventJson.read(record.value(), MessageIdentified.class);
        assertThat(identified.message()).isEqualTo(message);
        assertThat(identified.customer().name()).isEqualTo("Sam");
        assertThat(identified.customer().standing()).isEqualTo(Standing.STANDARD);
        var met = EventJson.read(onlyOne(Topics.CUSTOMERS_CHANGED).value(), CustomerChanged.class);
        assertThat(met.customer()).isEqualTo(identified.customer());
        awaitState(message, LedgerState.WAITING);
    }

    @Test
    void twoFirstMessagesAtOnceMakeOneCustomer() {
        String handle = "new-" + tenant + "@customer.example";
        for (int i = 0; i < 12; i++) {
            // Each its own conversation: they are read by different consumers.
            broker.understand(understood(aMessage(tenant, "email", handle, Visibility.PRIVATE)));
        }
        await().atMost(Duration.ofSeconds(20))
                .until(() -> broker.all(Topics.MESSAGES_IDENTIFIED, tenant).size() == 12);
        assertThat(broker.all(Topics.MESSAGES_IDENTIFIED, tenant).stream()
                        .map(record -> EventJson.read(record.value(), MessageIdentified.class)
                                .customer()
                                .customerId())
                        .distinct())
                .hasSize(1);
        assertThat(broker.all(Topics.CUSTOMERS_CHANGED, tenant)).hasSize(1);
    }

    @Test
    void publicChaffEndsHereWithAReason() {
        Message post = aPublicPost(tenant);
        broker.understand(new MessageUnderstood(post, understanding(Relevance.CHAFF)));
        LedgerEntry entry = awaitState(post, LedgerState.CHAFF);
        assertThat(entry.facts().reason()).isEqualTo("hashtags only (rules-1)");
        assertThat(broker.all(Topics.MESSAGES_IDENTIFIED, tenant)).isEmpty();
    }

    @Test
    void aPrivateMessageIsNeverChaff() {
        Message message = aPrivateMessage(tenant);
        broker.understand(new MessageUnderstood(message, understanding(Relevance.CHAFF)));
        onlyOne(Topics.MESSAGES_IDENTIFIED);
        awaitState(message, LedgerState.WAITING);
    }

    @Test
    void workIsQueuedHeldAnsweredAndDone() {
        Message message = aPrivateMessage(tenant);
        broker.receive(message);
        broker.understand(understood(message));
        var customer = EventJson.read(onlyOne(Topics.MESSAGES_IDENTIFIED).value(), MessageIdentified.class)
                .customer();
        var work = work(customer, message);

        broker.decide(queued(message, 1, work));
        await().untilAsserted(() -> assertThat(entry(message).deadline()).isEqualTo(work.deadline()));
        broker.decide(accepted(message, 2, "amy", work));
        assertThat(awaitState(message, LedgerState.ASSIGNED).facts().agent()).isEqualTo("amy");
        broker.decide(released(message, 3, "amy", work));
        awaitState(message, LedgerState.WAITING);
        broker.decide(accepted(message, 4, "bob", work));
        assertThat(awaitState(message, LedgerState.ASSIGNED).facts().agent()).isEqualTo("bob");

        var failing = reply("bob", work, message, at(5));
        broker.request(failing);
        broker.settle(settled(failing, Outcome.FAILED, at(6)));
        await().untilAsserted(() -> assertThat(entry(message).facts().reason()).contains("failed: the window"));
        assertThat(entry(message).state()).isEqualTo(LedgerState.ASSIGNED);
        var reply = reply("bob", work, message, at(7));
        broker.request(reply);
        broker.settle(settled(reply, Outcome.SENT, at(8)));
        broker.decide(completed(message, 9, "bob", work));
        LedgerEntry answered = awaitState(message, LedgerState.ANSWERED);
        assertThat(answered.facts().reason()).isEqualTo(reply.replyId().toString());

        // The next message of the same person finds the agent they know.
        broker.understand(understood(aMessage(tenant, "email", message.handle(), Visibility.PRIVATE)));
        await().until(() -> broker.all(Topics.MESSAGES_IDENTIFIED, tenant).size() == 2);
        assertThat(broker.all(Topics.MESSAGES_IDENTIFIED, tenant).stream()
                        .map(record -> EventJson.read(record.value(), MessageIdentified.class)
                                .customer()
                                .lastAgent()))
                .contains("bob");
    }

    @Test
    void aSecondMessageOfHeldWorkIsAssignedAndACompletionWithoutAnswerSaysSo() {
        Message first = aPrivateMessage(tenant);
        Message second = aMessage(tenant, "email", first.handle(), Visibility.PRIVATE, first.conversationId());
        var work = work(aCustomer(), first, second);
        // Routing's word comes before the receipt: it is no loss.
        broker.decide(accepted(first, 1, "amy", work(aCustomer(), first)));
        broker.decide(added(second, 2, "amy", work));
        awaitState(second, LedgerState.ASSIGNED);
        broker.receive(first);
        broker.receive(second);
        broker.decide(completed(first, 3, "amy", work));
        assertThat(awaitState(first, LedgerState.CHAFF).facts().reason())
                .isEqualTo("agent:amy completed without answer: duplicate");
        awaitState(second, LedgerState.CHAFF);
    }

    @Test
    void redeliveryOfEverythingChangesNothing() {
        Message message = aPrivateMessage(tenant);
        var work = work(aCustomer(), message);
        var reply = reply("amy", work, message, at(3));
        Runnable everything = () -> {
            broker.receive(message);
            broker.understand(understood(message));
            broker.decide(queued(message, 1, work));
            broker.decide(accepted(message, 2, "amy", work));
            broker.request(reply);
            broker.settle(settled(reply, Outcome.SENT, at(4)));
            broker.decide(completed(message, 5, "amy", work));
        };
        everything.run();
        awaitState(message, LedgerState.ANSWERED);
        awaitEveryFact(message, 5);
        await().until(() -> rows("select count(*) from message") == 2);
        var before = entry(message).changedAt();
        everything.run();
        everything.run();
        await().until(() -> broker.all(Topics.MESSAGES_IDENTIFIED, tenant).size() == 3);
        await().pollDelay(Duration.ofSeconds(1)).until(() -> true);
        assertThat(entry(message).changedAt()).isEqualTo(before);
        assertThat(rows("select count(*) from message")).isEqualTo(2);
        assertThat(rows("select count(*) from customer")).isEqualTo(1);
        assertThat(rows("select count(*) from ledger_entry")).isEqualTo(1);
        assertThat(broker.all(Topics.MESSAGES_IDENTIFIED, tenant).stream()
                        .map(record -> Broker.header(record, "ce_id"))
                        .distinct())
                .hasSize(1);
    }

    private long rows(String sql) {
        return database.in(
                tenant, session -> session.createNativeQuery(sql, Long.class).getSingleResult());
    }

    private LedgerEntry entry(Message message) {
        return database.ledger(tenant, message.messageId()).orElseThrow();
    }

    /** The topics are read independently: the last event said need not be the last one learnt. */
    private void awaitEveryFact(Message message, long lastSequence) {
        await().untilAsserted(() -> {
            var facts = entry(message).facts();
            assertThat(facts.receivedDeadline()).isNotNull();
            assertThat(facts.routed()).isNotNull();
            assertThat(facts.routed().sequence()).isEqualTo(lastSequence);
            assertThat(facts.reply()).isNotNull();
        });
    }

    private LedgerEntry awaitState(Message message, LedgerState state) {
        await().alias(state.name())
                .until(() -> database.ledger(tenant, message.messageId())
                        .filter(entry -> entry.state() == state)
                        .isPresent());
        return entry(message);
    }

    private org.apache.kafka.clients.consumer.ConsumerRecord<String, byte[]> onlyOne(String topic) {
        await().until(() -> !broker.all(topic, tenant).isEmpty());
        var all = broker.all(topic, tenant);
        assertThat(all).hasSize(1);
        return all.getFirst();
    }
}
