package io.switchboard.gateway.channel.email;

import io.switchboard.contracts.message.Visibility;
import io.switchboard.gateway.receiving.Arrival;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Translates a mail's bytes into what a customer said. Pure: no clock, no network. */
final class MailTranslator {
    static final String CHANNEL = "email";

    /** One for all mails: making one looks through every jar for providers. */
    private static final Session READING = Session.getInstance(new Properties());

    private static final Pattern MESSAGE_ID = Pattern.compile("<[^<>\\s]+>");
    private static final int LONGEST_TEXT = 200_000;
    private static final int MOST_REFERENCES = 50;

    private final String own;
    private final OwnMessageId ownIds;
    private final int maxFileBytes;

    /** Translates mails to {@code own}. */
    MailTranslator(String own, OwnMessageId ownIds, int maxFileBytes) {
        this.own = own.toLowerCase(Locale.ROOT);
        this.ownIds = ownIds;
        this.maxFileBytes = maxFileBytes;
    }

    /**
     * Translates a mail.
     *
     * @param arrivedAt when the mail server took it, for mails that tell no time of their own
     * @throws MessagingException when it can't be read, now or ever
     */
    Incoming read(byte[] raw, Instant arrivedAt) throws MessagingException {
        MimeMessage mail = new MimeMessage(READING, new ByteArrayInputStream(raw));
        InternetAddress sender = sender(mail);
        String handle = sender.getAddress().toLowerCase(Locale.ROOT);
        Optional<String> machine = Machines.kind(mail, handle, own);
        if (machine.isPresent()) {
            return new Incoming.Ignored(machine.get());
        }
        String id = ids(mail.getHeader("Message-ID", " ")).stream().findFirst().orElseGet(() -> madeUp(raw));
        List<String> references = references(mail);
        MailParts parts = MailParts.of(mail, maxFileBytes);
        String text = Quotes.strip(parts.text());
        return new Incoming.Said(new Arrival(
                CHANNEL,
                handle,
                sender.getPersonal(),
                references.isEmpty() ? id : references.getFirst(),
                conversation(references),
                Visibility.PRIVATE,
                MailCharset.words(mail.getHeader("Subject", null)),
                text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) : text,
                parts.files(),
                id,
                references,
                sentAt(mail, arrivedAt)));
    }

    private static InternetAddress sender(MimeMessage mail) throws MessagingException {
        Address[] from = mail.getFrom();
        if (from == null || from.length == 0 || !(from[0] instanceof InternetAddress sender)) {
            throw new AddressException("no sender");
        }
        if (sender.getAddress() == null || sender.getAddress().isBlank()) {
            throw new AddressException("no sender");
        }
        return sender;
    }

    /** Newest first: when a customer merged threads, the last one is meant. */
    private @Nullable UUID conversation(List<String> references) {
        return references.reversed().stream()
                .flatMap(id -> ownIds.conversation(id).stream())
                .findFirst()
                .orElse(null);
    }

    private static List<String> references(MimeMessage mail) throws MessagingException {
        List<String> references = ids(mail.getHeader("References", " "));
        List<String> all = references.isEmpty() ? ids(mail.getHeader("In-Reply-To", " ")) : references;
        return all.size() <= MOST_REFERENCES
                ? all
                : java.util.stream.Stream.concat(
                                all.stream().limit(1), all.stream().skip(all.size() - MOST_REFERENCES + 1L))
                        .toList();
    }

    private static List<String> ids(@Nullable String header) {
        return header == null
                ? List.of()
                : MESSAGE_ID.matcher(header).results().map(MatchResult::group).toList();
    }

    /** A mail without an id is known by its bytes: a second taking is the same message. */
    private static String madeUp(byte[] raw) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(raw);
            return "<" + HexFormat.of().formatHex(hash) + "@without-message-id.invalid>";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static Instant sentAt(MimeMessage mail, Instant arrivedAt) throws MessagingException {
        Date date = mail.getSentDate();
        return date == null || date.toInstant().isAfter(arrivedAt.plusSeconds(86_400)) ? arrivedAt : date.toInstant();
    }
}
