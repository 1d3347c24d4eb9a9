package io.switchboard.gateway.channel.email;

import io.switchboard.gateway.problem.LogSafe;
import io.switchboard.gateway.receiving.Arrival;
import jakarta.mail.FetchProfile;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.UIDFolder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPStore;
import org.jboss.logging.Logger;

/**
 * One connection to one mailbox. A mail that was taken is moved out of the inbox, so that what is in the inbox is what
 * was not taken: nothing can be missed unnoticed. Blocks; not for use by two threads at once.
 */
final class MailboxReader implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(MailboxReader.class);
    static final String PROCESSED = "Processed";
    private static final String UNREADABLE = "Unreadable";
    private static final int AT_ONCE = 50;

    private final Mailbox mailbox;
    private final MailTranslator translator;
    private final int maxBytes;
    private final IMAPStore store;
    private final IMAPFolder inbox;
    /** Those that are known to be there. */
    private final Set<String> folders = new HashSet<>();

    /** Connects. */
    MailboxReader(Mailbox mailbox, MailTranslator translator, int maxBytes) throws MessagingException {
        this.mailbox = mailbox;
        this.translator = translator;
        this.maxBytes = maxBytes;
        this.store = mailbox.connect();
        this.inbox = (IMAPFolder) store.getFolder("INBOX");
        inbox.open(Folder.READ_WRITE);
    }

    /**
     * Takes what is in the inbox, oldest first, some at a time: one by one they take a wait for Kafka each.
     *
     * @param take takes messages, or throws when they were not all made safe: then these stay, and come again
     * @param count told what every other mail was: {@code bounce}, {@code unreadable} and so on
     * @return how many are left
     */
    int read(Consumer<List<Arrival>> take, BiConsumer<String, Integer> count) throws MessagingException {
        // The server tells of new mail only when it is asked something.
        int all = inbox.getMessageCount();
        if (all == 0) {
            return 0;
        }
        Message[] mails = inbox.getMessages(1, Math.min(all, AT_ONCE));
        FetchProfile marks = new FetchProfile();
        marks.add(FetchProfile.Item.SIZE);
        marks.add(UIDFolder.FetchProfileItem.UID);
        marks.add(IMAPFolder.FetchProfileItem.INTERNALDATE);
        inbox.fetch(mails, marks);
        List<Message> taken = new ArrayList<>();
        List<Message> unreadable = new ArrayList<>();
        try {
            for (List<Message> some : Bundles.of(mails)) {
                taken.addAll(take(some, unreadable, take, count));
            }
        } finally {
            // Together: each by itself they take longer than all else. Those before one that was not taken are safe.
            move(taken, PROCESSED);
            move(unreadable, UNREADABLE);
            inbox.expunge();
        }
        return inbox.getMessageCount();
    }

    /** Returns those that were taken, or need not be. */
    private List<Message> take(
            List<Message> some,
            List<Message> unreadable,
            Consumer<List<Arrival>> take,
            BiConsumer<String, Integer> count)
            throws MessagingException {
        List<Arrival> said = new ArrayList<>();
        List<Message> done = new ArrayList<>();
        Bundles.fetch(inbox, some);
        for (Message mail : some) {
            (read(mail, said, count) ? done : unreadable).add(mail);
            Bundles.letGo(mail);
        }
        if (!said.isEmpty()) {
            take.accept(said);
        }
        return done;
    }

    /** Adds to what was said; returns whether it could be read. */
    private boolean read(Message mail, List<Arrival> said, BiConsumer<String, Integer> count)
            throws MessagingException {
        long uid = inbox.getUID(mail);
        Incoming incoming;
        try {
            if (mail.getSize() > maxBytes) {
                throw new MessagingException("too large");
            }
            incoming = translator.read(raw(mail), arrivedAt(mail));
        } catch (IOException e) {
            throw new MessagingException("mail " + uid, e);
        } catch (MessagingException | RuntimeException e) {
            if (!inbox.isOpen() || !store.isConnected()) {
                throw new MessagingException("the connection was lost", e);
            }
            LOG.errorf(
                    "mailbox %s: mail %d put aside into %s: %s",
                    mailbox.account(), uid, UNREADABLE, e.getClass().getSimpleName());
            count.accept("unreadable", 1);
            return false;
        }
        switch (incoming) {
            case Incoming.Said(Arrival arrival) -> {
                said.add(arrival);
                LOG.debugf("mailbox %s: %s read", mailbox.account(), LogSafe.id(arrival.providerMessageId()));
            }
            case Incoming.Ignored(String kind) -> {
                LOG.infof("mailbox %s: mail %d not routed: %s", mailbox.account(), uid, kind);
                count.accept(kind, 1);
            }
        }
        return true;
    }

    static byte[] raw(Message mail) throws IOException, MessagingException {
        ByteArrayOutputStream raw = new ByteArrayOutputStream();
        mail.writeTo(raw);
        return raw.toByteArray();
    }

    private static Instant arrivedAt(Message mail) throws MessagingException {
        Date date = mail.getReceivedDate();
        return date == null ? Instant.now() : date.toInstant();
    }

    private void move(List<Message> mails, String name) throws MessagingException {
        if (mails.isEmpty()) {
            return;
        }
        if (folders.add(name) && !store.getFolder(name).exists()) {
            store.getFolder(name).create(Folder.HOLDS_MESSAGES);
        }
        Message[] all = mails.toArray(Message[]::new);
        inbox.setFlags(all, new Flags(Flags.Flag.SEEN), true);
        inbox.copyMessages(all, store.getFolder(name));
        inbox.setFlags(all, new Flags(Flags.Flag.DELETED), true);
    }

    @Override
    public void close() {
        try {
            store.close();
        } catch (MessagingException | RuntimeException e) {
            LOG.debugf("mailbox %s: %s", mailbox.account(), e.toString());
        }
    }
}
