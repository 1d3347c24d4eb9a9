package io.switchboard.platform.doors;

import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * Writes and reads mail as a customer does.
 *
 * @param host of the mail server
 * @param smtpPort takes mail
 * @param imapPort gives mail
 */
public record MailDoor(String host, int smtpPort, int imapPort) {

    /**
     * A mail that somebody got.
     *
     * @param from who wrote it
     * @param subject its subject
     * @param id its Message-ID
     * @param inReplyTo the Message-ID it answers, if any
     * @param text its text
     */
    public record Mail(String from, String subject, String id, Optional<String> inReplyTo, String text) {}

    /**
     * A mail to send.
     *
     * @param from the customer's address
     * @param name the customer's name
     * @param to the organisation's mailbox
     * @param subject its subject
     * @param id its Message-ID, with angle brackets
     * @param answers the Message-ID it answers, or null
     * @param text plain text
     */
    public record Draft(
            String from,
            String name,
            String to,
            String subject,
            String id,
            @Nullable String answers,
            String text) {}

    /** Hands a mail to the mail server. */
    @SuppressWarnings("JavaUtilDate") // the mail API knows no other
    public void send(Draft draft) {
        try {
            FixedId mail = new FixedId(session(), draft.id());
            mail.setFrom(new InternetAddress(draft.from(), draft.name(), "UTF-8"));
            mail.setRecipient(Message.RecipientType.TO, new InternetAddress(draft.to()));
            mail.setSubject(draft.subject(), "UTF-8");
            mail.setSentDate(new Date());
            mail.setText(draft.text(), "UTF-8");
            if (draft.answers() != null) {
                mail.setHeader("In-Reply-To", draft.answers());
                mail.setHeader("References", draft.answers());
            }
            Transport.send(mail);
        } catch (MessagingException | IOException e) {
            throw new IllegalStateException("The mail was not sent", e);
        }
    }

    /** Returns what lies in somebody's inbox, oldest first. */
    public List<Mail> inbox(String address) {
        try (Store store = session().getStore("imap")) {
            store.connect(host, imapPort, address, "any");
            Folder inbox = store.getFolder("INBOX");
            inbox.open(Folder.READ_ONLY);
            List<Mail> mails = new ArrayList<>();
            for (Message message : inbox.getMessages()) {
                mails.add(read(message));
            }
            return mails;
        } catch (MessagingException | IOException e) {
            throw new IllegalStateException("The inbox can't be read", e);
        }
    }

    private static Mail read(Message message) throws MessagingException, IOException {
        return new Mail(
                message.getFrom()[0].toString(),
                message.getSubject(),
                header(message, "Message-ID").orElse(""),
                header(message, "In-Reply-To"),
                String.valueOf(message.getContent()));
    }

    private static Optional<String> header(Message message, String name) throws MessagingException {
        String[] values = message.getHeader(name);
        return values == null || values.length == 0 ? Optional.empty() : Optional.of(values[0]);
    }

    private Session session() {
        Properties properties = new Properties();
        properties.setProperty("mail.smtp.host", host);
        properties.setProperty("mail.smtp.port", String.valueOf(smtpPort));
        properties.setProperty("mail.smtp.timeout", "10000");
        properties.setProperty("mail.imap.timeout", "10000");
        return Session.getInstance(properties);
    }

    /** Keeps the id that it was given, where the library would make its own. */
    private static final class FixedId extends MimeMessage {
        private final String id;

        FixedId(Session session, String id) {
            super(session);
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }
    }
}
