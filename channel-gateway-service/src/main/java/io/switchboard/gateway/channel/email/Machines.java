package io.switchboard.gateway.channel.email;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Tells mails of machines: RFC 3834 and what mail servers did before it. */
final class Machines {
    private static final Set<String> BULK = Set.of("bulk", "list", "junk", "auto_reply");
    private static final Set<String> SYSTEMS = Set.of("mailer-daemon", "postmaster", "mail-daemon");

    private Machines() {}

    /**
     * Returns what kind of machine wrote; empty for a person.
     *
     * @param sender the sender's address, lower case
     * @param own our own address, lower case
     */
    static Optional<String> kind(MimeMessage mail, String sender, String own) throws MessagingException {
        if (sender.equals(own)) {
            return Optional.of("own");
        }
        String local = sender.contains("@") ? sender.substring(0, sender.lastIndexOf('@')) : sender;
        if (SYSTEMS.contains(local)
                || header(mail, "Return-Path").equals("<>")
                || type(mail).startsWith("multipart/report")
                || type(mail).startsWith("message/delivery-status")) {
            return Optional.of("bounce");
        }
        String submitted = header(mail, "Auto-Submitted");
        if ((!submitted.isEmpty() && !submitted.startsWith("no"))
                || !header(mail, "X-Autoreply").isEmpty()
                || !header(mail, "X-Autorespond").isEmpty()) {
            return Optional.of("auto-reply");
        }
        if (!header(mail, "List-Id").isEmpty()
                || !header(mail, "List-Unsubscribe").isEmpty()
                || BULK.contains(header(mail, "Precedence"))) {
            return Optional.of("list");
        }
        return Optional.empty();
    }

    private static String type(MimeMessage mail) throws MessagingException {
        return mail.getContentType().strip().toLowerCase(Locale.ROOT);
    }

    private static String header(MimeMessage mail, String name) throws MessagingException {
        String value = mail.getHeader(name, null);
        return value == null ? "" : value.strip().toLowerCase(Locale.ROOT);
    }
}
