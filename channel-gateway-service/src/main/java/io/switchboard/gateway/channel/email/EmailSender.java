package io.switchboard.gateway.channel.email;

import io.quarkus.virtual.threads.VirtualThreads;
import io.smallrye.mutiny.Uni;
import io.switchboard.contracts.reply.ReplyRequested;
import io.switchboard.gateway.account.Account;
import io.switchboard.gateway.sending.ChannelSender;
import io.switchboard.gateway.sending.Delivery;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;

/** Sends mails by the account's own server. */
@ApplicationScoped
public class EmailSender implements ChannelSender {
    private final ExecutorService threads;
    /** One for a server: making one looks through every jar for providers. */
    private final Map<Mailbox.Server, Session> sessions = new ConcurrentHashMap<>();

    private final Clock clock = Clock.systemUTC();

    EmailSender(@VirtualThreads ExecutorService threads) {
        this.threads = threads;
    }

    @Override
    public Set<String> channels() {
        return Set.of(MailTranslator.CHANNEL);
    }

    @Override
    public String accounts() {
        return MailTranslator.CHANNEL;
    }

    @Override
    public Uni<Delivery> send(Account account, ReplyRequested reply) {
        return Uni.createFrom().item(() -> send(Mailbox.of(account), reply)).runSubscriptionOn(threads);
    }

    private Delivery send(Mailbox mailbox, ReplyRequested reply) {
        Session session =
                sessions.computeIfAbsent(mailbox.smtp(), _ -> Session.getInstance(mailbox.properties("smtp")));
        String id = new OwnMessageId(mailbox.domain(), mailbox.password()).of(reply.replyId(), reply.conversationId());
        MimeMessage mail;
        try {
            mail = Answer.write(session, mailbox, reply, id, clock.instant());
        } catch (MessagingException e) {
            return new Delivery.Refused("The customer's address can't be written to.");
        }
        try (Transport transport = session.getTransport("smtp")) {
            try {
                transport.connect(
                        mailbox.smtp().host(),
                        mailbox.smtp().port(),
                        mailbox.login(),
                        mailbox.password().reveal());
            } catch (AuthenticationFailedException e) {
                return new Delivery.Refused("The mail server does not accept the account's password.");
            } catch (MessagingException e) {
                return new Delivery.TryAgain("The mail server can't be reached.", Optional.empty());
            }
            transport.sendMessage(mail, mail.getAllRecipients());
            return new Delivery.Delivered(id);
        } catch (MessagingException e) {
            return SmtpAnswers.read(e, id);
        }
    }
}
