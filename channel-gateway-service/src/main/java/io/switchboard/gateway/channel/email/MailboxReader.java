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
import java.util.Date;
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
     * Takes what is in the inbox, oldest first, some at a time.
     *
     * @param take takes a message, or throws when it was not made safe: then it stays
     * @param count told what every other mail was: {@code bounce}, {@code unreadable} and so on
     * @return how many are left
     */
    int read(Consumer<Arrival> take, BiConsumer<String, Integer> count) throws MessagingException {
        // The server tells of new mail only when it is asked something.
        int all = inbox.getMessageCount();
        if (all == 0) {
            return 0;
        }
        Message[] mails = inbox.getMessages(1, Math.min(all, AT_ONCE));
        FetchProfile sizes = new FetchProfile();
        sizes.add(FetchProfile.Item.SIZE);
        sizes.add(UIDFolder.FetchProfileItem.UID);
        inbox.fetch(mails, sizes);
        for (Message mail : mails) {
            if (!mail.isExpunged()) {
                take(mail, take, count);
            }
        }
        inbox.expunge();
        return inbox.getMessageCount();
    }

    private void take(Message mail, Consumer<Arrival> take, BiConsumer<String, Integer> count)
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
            move(mail, UNREADABLE);
            return;
        }
        switch (incoming) {
            case Incoming.Said(Arrival arrival) -> {
                take.accept(arrival);
                LOG.debugf("mailbox %s: %s taken", mailbox.account(), LogSafe.id(arrival.providerMessageId()));
            }
            case Incoming.Ignored(String kind) -> {
                LOG.infof("mailbox %s: mail %d not routed: %s", mailbox.account(), uid, kind);
                count.accept(kind, 1);
            }
        }
        move(mail, PROCESSED);
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

    private void move(Message mail, String name) throws MessagingException {
        Folder folder = store.getFolder(name);
        if (!folder.exists()) {
            folder.create(Folder.HOLDS_MESSAGES);
        }
        Message[] one = {mail};
        mail.setFlag(Flags.Flag.SEEN, true);
        inbox.copyMessages(one, folder);
        mail.setFlag(Flags.Flag.DELETED, true);
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
