package io.switchboard.gateway.channel.email;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.switchboard.contracts.reply.ReplyRequested;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.UnsupportedEncodingException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Writes the mail that carries a reply, in the thread of the mail it answers. */
final class Answer {
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}+");
    private static final Pattern MESSAGE_ID = Pattern.compile("<[^<>\\s\\p{Cntrl}]{1,400}>");
    private static final Pattern ANSWERED = Pattern.compile("(?i)\\s*(?:re|aw|antw|sv|odp)\\s*:.*");
    private static final int LONGEST_SUBJECT = 300;
    private static final int MOST_REFERENCES = 20;

    private Answer() {}

    /**
     * Writes the mail.
     *
     * @throws MessagingException when the customer's address is none
     */
    static MimeMessage write(Session session, Mailbox mailbox, ReplyRequested reply, String id, Instant now)
            throws MessagingException {
        MimeMessage mail = new WithId(session, id);
        mail.setFrom(from(mailbox));
        mail.setRecipient(Message.RecipientType.TO, new InternetAddress(reply.handle(), true));
        mail.setSubject(subject(reply.inReplyTo().subject()), UTF_8.name());
        mail.setSentDate(Date.from(now));
        String answered = reply.inReplyTo().providerMessageId();
        if (isId(answered)) {
            mail.setHeader("In-Reply-To", answered);
        }
        List<String> references = references(reply.inReplyTo().references(), answered);
        if (!references.isEmpty()) {
            mail.setHeader("References", String.join("\r\n ", references));
        }
        mail.setText(reply.text(), UTF_8.name());
        mail.saveChanges();
        return mail;
    }

    private static InternetAddress from(Mailbox mailbox) throws MessagingException {
        InternetAddress from = new InternetAddress(mailbox.account().address(), true);
        try {
            from.setPersonal(mailbox.account().setting("name").orElse(null), UTF_8.name());
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException("every JDK has UTF-8", e);
        }
        return from;
    }

    /** The customer's subject is a stranger's text on its way into a header: it keeps no line end. */
    private static String subject(@Nullable String subject) {
        String clean =
                subject == null ? "" : CONTROL.matcher(subject).replaceAll(" ").strip();
        String cut = clean.length() > LONGEST_SUBJECT ? clean.substring(0, LONGEST_SUBJECT) : clean;
        return ANSWERED.matcher(cut).matches() ? cut : ("Re: " + cut).strip();
    }

    /** The first id and the last ones: a long thread must not make a header that servers refuse. */
    private static List<String> references(List<String> before, String answered) {
        List<String> all = new ArrayList<>(before.stream().filter(Answer::isId).toList());
        if (isId(answered)) {
            all.add(answered);
        }
        while (all.size() > MOST_REFERENCES) {
            all.remove(1);
        }
        return all;
    }

    private static boolean isId(String id) {
        return MESSAGE_ID.matcher(id).matches();
    }

    /** A mail whose id is ours to choose. */
    private static final class WithId extends MimeMessage {
        private final String id;

        WithId(Session session, String id) {
            super(session);
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }
    }
}
