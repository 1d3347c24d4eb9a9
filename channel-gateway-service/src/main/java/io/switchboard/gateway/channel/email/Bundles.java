package io.switchboard.gateway.channel.email;

import jakarta.mail.FetchProfile;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPMessage;

/**
 * Mails that are asked of their server together: asked for one by one, each waits for the network. A large one goes alone and
 * is not kept in memory; of the others, what was fetched is let go when they have been read.
 */
final class Bundles {
    private static final long BYTES = 1 << 20;

    private Bundles() {}

    /** Returns mails, whose sizes are known, some at a time and in their order; without those that are gone. */
    static List<List<Message>> of(Message[] mails) throws MessagingException {
        List<List<Message>> all = new ArrayList<>();
        long bytes = BYTES;
        for (Message mail : mails) {
            if (mail.isExpunged()) {
                continue;
            }
            bytes += mail.getSize();
            if (bytes > BYTES) {
                all.add(new ArrayList<>());
                bytes = mail.getSize();
            }
            all.getLast().add(mail);
        }
        return all;
    }

    /** Fetches the mails of a bundle whole. What a server refuses to give together is fetched when it is read (RFC 2180). */
    static void fetch(IMAPFolder folder, List<Message> bundle) throws MessagingException {
        if (bundle.size() == 1) {
            return;
        }
        FetchProfile whole = new FetchProfile();
        whole.add(IMAPFolder.FetchProfileItem.MESSAGE);
        folder.fetch(bundle.toArray(Message[]::new), whole);
    }

    /** Lets go of what was fetched of a mail: its folder holds on to it. */
    static void letGo(Message mail) {
        if (mail instanceof IMAPMessage fetched) {
            fetched.invalidateHeaders();
        }
    }
}
