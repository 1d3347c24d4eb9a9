package io.switchboard.gateway.channel.email;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.switchboard.gateway.account.Account;
import io.switchboard.gateway.account.Secret;
import io.switchboard.gateway.receiving.Arrival;
import jakarta.mail.Folder;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is taken is moved together, and nothing else is. */
class MailboxReaderTest {
    private static final String ADDRESS = "support@acme.example";

    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP));

    @BeforeEach
    void start() {
        server.start();
        server.setUser(ADDRESS, ADDRESS, "any");
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void manyAreTakenTogetherInTheirOrderAndMoved() throws Exception {
        for (int i = 0; i < 60; i++) {
            deliver("<m" + i + "@customer.example>", 0);
        }
        List<List<String>> taken = new ArrayList<>();
        try (MailboxReader reader = reader()) {
            assertThat(reader.read(some -> taken.add(ids(some)), (_, _) -> {})).isEqualTo(10);
            assertThat(reader.read(some -> taken.add(ids(some)), (_, _) -> {})).isZero();
        }
        assertThat(taken).hasSize(2);
        assertThat(taken.getFirst()).hasSize(50).startsWith("<m0@customer.example>", "<m1@customer.example>");
        assertThat(taken.getLast()).hasSize(10).endsWith("<m59@customer.example>");
        assertThat(count("Processed")).isEqualTo(60);
    }

    @Test
    void whatCameBeforeSomeThatAreNotTakenIsMovedAndTheOthersStay() throws Exception {
        for (int i = 0; i < 5; i++) {
            deliver("<m" + i + "@customer.example>", 400_000);
        }
        List<String> taken = new ArrayList<>();
        try (MailboxReader reader = reader()) {
            assertThatThrownBy(() -> reader.read(
                            some -> {
                                if (!taken.isEmpty()) {
                                    throw new IllegalStateException("the broker is away");
                                }
                                taken.addAll(ids(some));
                            },
                            (_, _) -> {}))
                    .hasMessage("the broker is away");
        }
        // No more than a megabyte is held at once.
        assertThat(count("Processed")).isEqualTo(2);
        try (MailboxReader reader = reader()) {
            reader.read(some -> taken.addAll(ids(some)), (_, _) -> {});
        }
        assertThat(taken)
                .containsExactly(
                        "<m0@customer.example>",
                        "<m1@customer.example>",
                        "<m2@customer.example>",
                        "<m3@customer.example>",
                        "<m4@customer.example>");
        assertThat(count("INBOX")).isZero();
        assertThat(count("Processed")).isEqualTo(5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"NO not so many", "BAD not so many"})
    void whatTheServerDoesNotGiveTogetherIsFetchedOneByOne(String answer) throws Exception {
        for (int i = 0; i < 3; i++) {
            deliver("<m" + i + "@customer.example>", 0);
        }
        List<String> taken = new ArrayList<>();
        try (var picky = new PickyServer(server.getImap().getPort(), answer);
                MailboxReader reader = reader(picky.port())) {
            assertThat(reader.read(some -> taken.addAll(ids(some)), (_, _) -> {}))
                    .isZero();
            assertThat(picky.refused()).isEqualTo(1);
        }
        assertThat(taken).containsExactly("<m0@customer.example>", "<m1@customer.example>", "<m2@customer.example>");
        assertThat(count("Processed")).isEqualTo(3);
    }

    private static List<String> ids(List<Arrival> some) {
        return some.stream().map(Arrival::providerMessageId).toList();
    }

    private MailboxReader reader() throws MessagingException {
        return reader(server.getImap().getPort());
    }

    private static MailboxReader reader(int port) throws MessagingException {
        var place = new Mailbox.Server("127.0.0.1", port, "none");
        var account = new Account("email", ADDRESS, "acme", "main", Map.of(), Map.of());
        var mailbox = new Mailbox(account, place, place, ADDRESS, new Secret("any"));
        var translator = new MailTranslator(ADDRESS, new OwnMessageId("acme.example", mailbox.password()), 1 << 20);
        return new MailboxReader(mailbox, translator, 1 << 20);
    }

    private void deliver(String id, int more) throws MessagingException {
        String mail = "From: Sam <sam@customer.example>\r\nTo: " + ADDRESS + "\r\nSubject: Refund\r\nMessage-ID: " + id
                + "\r\n\r\nWhere is my refund?\r\n" + ("x".repeat(70) + "\r\n").repeat(more / 72);
        server.getUserManager()
                .getUser(ADDRESS)
                .deliver(new MimeMessage(
                        Session.getInstance(new Properties()), new ByteArrayInputStream(mail.getBytes(UTF_8))));
    }

    private int count(String name) throws MessagingException {
        try (var store = Session.getInstance(new Properties()).getStore("imap")) {
            store.connect("127.0.0.1", server.getImap().getPort(), ADDRESS, "any");
            Folder folder = store.getFolder(name);
            return folder.exists() ? folder.getMessageCount() : 0;
        }
    }
}
