package io.switchboard.gateway.channel.email;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.switchboard.gateway.account.Secret;
import io.switchboard.gateway.attachment.Enclosure;
import io.switchboard.gateway.receiving.Arrival;
import jakarta.mail.MessagingException;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MailTranslatorTest {
    private static final Instant NOW = Instant.parse("2026-01-02T00:00:00Z");

    private final OwnMessageId ids = new OwnMessageId("acme.example", new Secret("s"));
    private final MailTranslator translator = new MailTranslator("support@acme.example", ids, 1000);

    @Test
    void aPlainMailLosesItsQuoteAndSignature() throws Exception {
        Arrival mail = said(Mails.raw("plain-text-answer-with-quote-and-signature"));
        assertThat(mail.text()).isEqualTo("Danke, das genügt mir nicht.");
        assertThat(mail.handle()).isEqualTo("joerg@customer.example");
        assertThat(mail.handleName()).isEqualTo("Jörg Kunde");
        assertThat(mail.subject()).isEqualTo("Rückerstattung");
        assertThat(mail.thread()).isEqualTo("<first@customer.example>");
        assertThat(mail.references()).containsExactly("<first@customer.example>", "<ours@acme.example>");
        assertThat(mail.providerMessageId()).isEqualTo("<second@customer.example>");
        assertThat(mail.sentAt()).isEqualTo(Instant.parse("2026-01-01T09:00:00Z"));
    }

    @Test
    void anHtmlMailIsReadAsTextAndItsImageKept() throws Exception {
        Arrival mail = said(Mails.raw("html-only-with-inline-image"));
        assertThat(mail.text()).isEqualTo("Hello,\n\nthe app crashes\nevery time.");
        assertThat(mail.enclosures()).hasSize(1);
        assertThat(mail.enclosures().getFirst().name()).isEqualTo("screen.png");
        assertThat(mail.enclosures().getFirst().contentType()).isEqualTo("image/png");
        assertThat(mail.thread()).isEqualTo("<html@customer.example>");
    }

    @Test
    void aMailWithoutIdIsKnownByItsBytes() throws Exception {
        Arrival mail = said(Mails.raw("no-message-id-and-unknown-charset"));
        assertThat(mail.text()).isEqualTo("naïve café");
        assertThat(mail.providerMessageId()).endsWith("@without-message-id.invalid>");
        assertThat(said(Mails.raw("no-message-id-and-unknown-charset")).providerMessageId())
                .isEqualTo(mail.providerMessageId());
        assertThat(mail.sentAt()).isEqualTo(NOW);
    }

    @Test
    void answersBetweenTheQuotesStay() throws Exception {
        assertThat(said(Mails.raw("answers-between-the-quotes")).text())
                .contains("The blue one.")
                .contains("> When was it lost?")
                .endsWith("On Monday.");
    }

    @ParameterizedTest
    @CsvSource({
        "machine-bounce,bounce",
        "machine-bounce-by-null-return-path,bounce",
        "machine-auto-reply,auto-reply",
        "machine-list,list",
        "machine-list-by-precedence,list"
    })
    void machinesAreTold(String scenario, String kind) throws Exception {
        assertThat(translator.read(Mails.raw(scenario), NOW)).isEqualTo(new Incoming.Ignored(kind));
    }

    @Test
    void ourOwnMailIsNoCustomers() throws Exception {
        assertThat(translator.read("From: Support@ACME.example\nTo: x@y.example\n\nloop".getBytes(UTF_8), NOW))
                .isEqualTo(new Incoming.Ignored("own"));
    }

    @Test
    void aMailOfNobodyCantBeRead() {
        assertThatThrownBy(() -> translator.read(Mails.raw("no-sender"), NOW)).isInstanceOf(MessagingException.class);
    }

    @Test
    void anAnswerThatQuotesOnlyOurIdFindsItsConversation() throws Exception {
        UUID conversation = UUID.randomUUID();
        String own = ids.of(UUID.randomUUID(), conversation);
        assertThat(said(answerTo(own)).conversation()).isEqualTo(conversation);
    }

    @Test
    void anIdThatSomebodyMadeUpFindsNothing() throws Exception {
        UUID conversation = UUID.randomUUID();
        String forged = new OwnMessageId("acme.example", new Secret("guess")).of(UUID.randomUUID(), conversation);
        assertThat(said(answerTo(forged)).conversation()).isNull();
        String other = new OwnMessageId("globex.example", new Secret("s")).of(UUID.randomUUID(), conversation);
        assertThat(said(answerTo(other)).conversation()).isNull();
    }

    @Test
    void aFileTooLargeIsNamedAndNotKept() throws Exception {
        String mail = "From: a@b.example\nMessage-ID: <l@b.example>\nContent-Type: multipart/mixed; boundary=b\n\n"
                + "--b\nContent-Type: text/plain\n\nsee file\n--b\n"
                + "Content-Type: application/pdf\nContent-Disposition: attachment; filename=\"a.pdf\"\n\n"
                + "x".repeat(1001) + "\n--b--\n";
        assertThat(said(mail.getBytes(UTF_8)).enclosures())
                .containsExactly(new Enclosure.Missing("a.pdf", "application/pdf", "too-large"));
    }

    private static byte[] answerTo(String id) {
        return ("From: a@b.example\nMessage-ID: <q@b.example>\nIn-Reply-To: " + id + "\n\nanswer").getBytes(UTF_8);
    }

    private Arrival said(byte[] raw) throws MessagingException {
        return ((Incoming.Said) translator.read(raw, NOW)).arrival();
    }
}
