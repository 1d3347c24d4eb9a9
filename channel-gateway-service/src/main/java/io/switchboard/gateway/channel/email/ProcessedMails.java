package io.switchboard.gateway.channel.email;

import io.switchboard.gateway.claiming.Claim;
import jakarta.mail.FetchProfile;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.UIDFolder;
import jakarta.mail.search.ComparisonTerm;
import jakarta.mail.search.ReceivedDateTerm;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPStore;

/** One connection to the folder of a mailbox that holds what was taken. Blocks; not for use by two threads at once. */
final class ProcessedMails implements AutoCloseable {
    private static final int AT_ONCE = 100;

    private final MailTranslator translator;
    private final int maxBytes;
    private final IMAPStore store;
    private final IMAPFolder folder;

    /**
     * Up to where a folder was looked through.
     *
     * @param validity of the folder's numbers: another one begins them anew
     * @param uid of the last mail
     */
    record Position(long validity, long uid) {
        static final Position START = new Position(-1, 0);
    }

    /**
     * Some mails.
     *
     * @param claims those of them that people wrote
     * @param position of the last one
     */
    record Page(List<Claim> claims, Position position, boolean isEmpty) {}

    /** Connects. */
    ProcessedMails(Mailbox mailbox, int maxBytes) throws MessagingException {
        this.translator = new MailTranslator(
                mailbox.account().address(), new OwnMessageId(mailbox.domain(), mailbox.password()), maxBytes);
        this.maxBytes = maxBytes;
        this.store = mailbox.connect();
        this.folder = (IMAPFolder) store.getFolder(MailboxReader.PROCESSED);
    }

    /** Returns what follows {@code position}, but for what arrived before {@code since}. */
    Page after(Position position, Instant since) throws MessagingException {
        if (!folder.exists()) {
            return new Page(List.of(), position, true);
        }
        if (!folder.isOpen()) {
            folder.open(Folder.READ_ONLY);
        }
        long validity = folder.getUIDValidity();
        long last = position.validity() == validity ? position.uid() : 0;
        List<Claim> claims = new ArrayList<>();
        Message[] found = some(last, since);
        for (List<Message> some : Bundles.of(found)) {
            Bundles.fetch(folder, some);
            for (Message mail : some) {
                last = Math.max(last, folder.getUID(mail));
                claim(mail, since).ifPresent(claims::add);
                Bundles.letGo(mail);
            }
        }
        return new Page(claims, new Position(validity, last), found.length == 0);
    }

    private Message[] some(long last, Instant since) throws MessagingException {
        // Servers search by day.
        Message[] recent = folder.search(new ReceivedDateTerm(ComparisonTerm.GE, Date.from(since)));
        fetch(recent, UIDFolder.FetchProfileItem.UID);
        Message[] found = Arrays.stream(recent)
                .filter(mail -> uid(mail) > last)
                .sorted(Comparator.comparingLong(this::uid))
                .limit(AT_ONCE)
                .toArray(Message[]::new);
        fetch(found, FetchProfile.Item.ENVELOPE, FetchProfile.Item.SIZE);
        return found;
    }

    private void fetch(Message[] mails, FetchProfile.Item... what) throws MessagingException {
        FetchProfile profile = new FetchProfile();
        Arrays.stream(what).forEach(profile::add);
        folder.fetch(mails, profile);
    }

    private long uid(Message mail) {
        try {
            return folder.getUID(mail);
        } catch (MessagingException gone) {
            return 0;
        }
    }

    /** Empty for what nobody has to have received: old mail, mail of machines, mail that can't be read. */
    private Optional<Claim> claim(Message mail, Instant since) throws MessagingException {
        Date date = mail.getReceivedDate();
        Instant arrived = date == null ? Instant.now() : date.toInstant();
        if (arrived.isBefore(since) || mail.getSize() > maxBytes) {
            return Optional.empty();
        }
        try {
            return translator.read(MailboxReader.raw(mail), arrived) instanceof Incoming.Said(var arrival)
                    ? Optional.of(new Claim(MailTranslator.CHANNEL, arrival.providerMessageId(), arrived))
                    : Optional.empty();
        } catch (IOException e) {
            throw new MessagingException("mail " + folder.getUID(mail), e);
        } catch (MessagingException unreadable) {
            if (!store.isConnected()) {
                throw unreadable;
            }
            return Optional.empty();
        }
    }

    @Override
    public void close() throws MessagingException {
        store.close();
    }
}
