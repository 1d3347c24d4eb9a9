package io.switchboard.gateway.channel.email;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.switchboard.contracts.Topics;
import io.switchboard.contracts.message.Message;
import io.switchboard.contracts.message.MessageReceived;
import io.switchboard.contracts.message.MessagesClaimed;
import io.switchboard.contracts.message.Visibility;
import io.switchboard.contracts.reply.ReplyRequested;
import io.switchboard.contracts.reply.ReplySettled;
import io.switchboard.contracts.routing.MessageReference;
import io.switchboard.gateway.conversation.Identities;
import io.switchboard.gateway.world.Engine;
import io.switchboard.gateway.world.Outside;
import io.switchboard.gateway.world.Topic;
import io.switchboard.platform.testing.KafkaResource;
import io.switchboard.platform.testing.RedisResource;
import jakarta.mail.Folder;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(KafkaResource.class)
@WithTestResource(RedisResource.class)
@WithTestResource(Outside.class)
class EmailTest {
    private static final String MAILBOX = "support@acme.example";

    GreenMail mail;
    private Topic received;

    @BeforeEach
    void listen() {
        received = Topic.fromNowOn(Topics.MESSAGES_RECEIVED);
    }

    @AfterEach
    void close() {
        received.close();
    }

    @Test
    void aMailIsPublishedAndAnsweredInItsThread() throws Exception {
        deliver(text("<m1@customer.example>", "", "Where is my refund?"));
        Message first = received().getFirst();
        assertThat(first.channel()).isEqualTo("email");
        assertThat(first.account()).isEqualTo(MAILBOX);
        assertThat(first.tenant()).isEqualTo("acme");
        assertThat(first.text()).isEqualTo("Where is my refund?");

        try (var settled = Topic.fromNowOn(Topics.REPLIES_SETTLED)) {
            var reply = reply(first, "On its way.", "Refund\r\nBcc: victim@other.example");
            Topic.write(Topics.REPLIES_REQUESTED, reply.conversationId().toString(), reply);
            var outcome = settled.events(1, ReplySettled.class).getFirst();
            assertThat(outcome.outcome()).isEqualTo(ReplySettled.Outcome.SENT);

            MimeMessage answer = await().until(
                            () -> mail.getReceivedMessagesForDomain("customer.example"), sent -> sent.length == 1)[0];
            assertThat(answer.getHeader("Message-ID", null)).isEqualTo(outcome.providerMessageId());
            assertThat(outcome.providerMessageId())
                    .startsWith("<reply." + reply.replyId() + "." + first.conversationId());
            assertThat(answer.getHeader("In-Reply-To", null)).isEqualTo("<m1@customer.example>");
            assertThat(answer.getHeader("References", null)).contains("<m1@customer.example>");
            assertThat(answer.getHeader("Bcc")).isNull();
            assertThat(answer.getSubject()).isEqualTo("Re: Refund Bcc: victim@other.example");
            assertThat(answer.getHeader("Auto-Submitted")).isNull();
            assertThat(answer.getFrom()[0]).hasToString("Acme Support <support@acme.example>");
            assertThat(answer.getContent().toString().strip()).isEqualTo("On its way.");
            assertThat(mail.getReceivedMessagesForDomain("other.example")).isEmpty();

            deliver(text("<m2@customer.example>", "In-Reply-To: " + outcome.providerMessageId(), "Thank you"));
            assertThat(received().getFirst().conversationId()).isEqualTo(first.conversationId());
        }
    }

    @Test
    void machinesAreTakenAndNeverRouted() throws Exception {
        int processed = count("Processed");
        deliver(Mails.raw("machine-bounce"));
        deliver(Mails.raw("machine-auto-reply"));
        deliver(Mails.raw("machine-list"));
        await().atMost(Duration.ofSeconds(15)).until(() -> count("Processed") == processed + 3);
        assertThat(count("INBOX")).isZero();
        assertThat(received.records(0)).isEmpty();
    }

    @Test
    void whatCantBeReadIsPutAsideAndTheOthersGoOn() throws Exception {
        int unreadable = count("Unreadable");
        deliver(Mails.raw("no-sender"));
        deliver(text("<after@customer.example>", "", "after the poison"));
        assertThat(received().getFirst().text()).isEqualTo("after the poison");
        assertThat(count("Unreadable")).isEqualTo(unreadable + 1);
    }

    @Test
    void theSameMailTwiceIsTheSameMessage() throws Exception {
        deliver(text("<twice@customer.example>", "", "twice"));
        UUID id = received().getFirst().messageId();
        deliver(text("<twice@customer.example>", "", "twice"));
        await().atMost(Duration.ofSeconds(15)).until(() -> count("INBOX") == 0);
        assertThat(received.events(0, MessageReceived.class))
                .allSatisfy(event -> assertThat(event.message().messageId()).isEqualTo(id));
    }

    @Test
    void aMailThatKafkaDidNotTakeStaysInTheInbox() throws Exception {
        try (var halted = Engine.haltKafka()) {
            deliver(text("<outage@customer.example>", "", "during the outage"));
            Thread.sleep(4000);
            assertThat(count("INBOX")).isEqualTo(1);
        }
        assertThat(received.events(1, MessageReceived.class))
                .isNotEmpty()
                .allSatisfy(event -> assertThat(event.message().text()).isEqualTo("during the outage"));
        await().atMost(Duration.ofSeconds(15)).until(() -> count("INBOX") == 0);
    }

    /** As if somebody, or a fault of ours, had moved it out of the inbox untaken. */
    @Test
    void whatTheServerHoldsIsClaimedThoughItNeverCameIn() throws Exception {
        try (var claimed = Topic.fromNowOn(Topics.MESSAGES_CLAIMED)) {
            put("Processed", text("<lost@customer.example>", "", "lost"));
            put("Processed", Mails.raw("machine-bounce"));
            UUID lost = Identities.message("email", MAILBOX, "<lost@customer.example>");
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> claimed.events(0, MessagesClaimed.class).stream()
                            .anyMatch(claim -> claim.messageIds().contains(lost)
                                    && claim.tenant().equals("acme")
                                    && claim.account().equals(MAILBOX)
                                    && !claim.deliveredSince().isAfter(claim.claimedAt())));
            assertThat(received.records(0)).isEmpty();
        }
    }

    private void put(String name, byte[] raw) throws Exception {
        try (var store = Session.getInstance(new Properties()).getStore("imap")) {
            store.connect("127.0.0.1", mail.getImap().getPort(), MAILBOX, "support");
            Folder folder = store.getFolder(name);
            MimeMessage[] one = {new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(raw))};
            folder.appendMessages(one);
        }
    }

    private List<Message> received() {
        return received.events(1, MessageReceived.class).stream()
                .map(MessageReceived::message)
                .toList();
    }

    private GreenMailUser user() {
        return mail.setUser(MAILBOX, MAILBOX, "support");
    }

    private void deliver(byte[] raw) throws Exception {
        user().deliver(new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(raw)));
    }

    private int count(String folder) throws Exception {
        try (var store = Session.getInstance(new Properties()).getStore("imap")) {
            store.connect("127.0.0.1", mail.getImap().getPort(), MAILBOX, "support");
            Folder found = store.getFolder(folder);
            return found.exists() ? found.getMessageCount() : 0;
        }
    }

    private static byte[] text(String id, String header, String text) {
        return ("From: Carla Customer <carla@customer.example>\nTo: support@acme.example\nSubject: Refund\nMessage-ID: "
                        + id + "\n" + (header.isEmpty() ? "" : header + "\n") + "\n" + text + "\n")
                .getBytes(UTF_8);
    }

    private static ReplyRequested reply(Message to, String text, String subject) {
        return new ReplyRequested(
                UUID.randomUUID(),
                to.tenant(),
                to.centre(),
                to.channel(),
                to.account(),
                to.handle(),
                to.conversationId(),
                UUID.randomUUID(),
                "alice",
                Visibility.PRIVATE,
                text,
                new MessageReference(to.messageId(), to.providerMessageId(), subject, to.references(), to.sentAt()),
                List.of(to.messageId()),
                Instant.now());
    }
}
