package io.switchboard.platform.parts;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.switchboard.platform.process.PartFailedException;
import io.switchboard.platform.process.Sockets;

/**
 * A mail server inside the launcher: SMTP takes mail for anyone, IMAP gives it. A mailbox springs up with the first mail
 * or sign-in, and any password opens it. Mail is kept in memory and gone when the launcher stops.
 */
public final class MailPart extends InnerPart<GreenMail> {
    /** The mailboxes that are there from the start: one of each organisation. */
    private static final String[] MAILBOXES = {"support@acme.example", "support@globex.example"};

    private static final String PASSWORD = "support";

    private final int smtpPort;
    private final int imapPort;

    /** Prepares the server on its two ports. */
    public MailPart(int smtpPort, int imapPort) {
        super(PartName.MAIL);
        this.smtpPort = smtpPort;
        this.imapPort = imapPort;
    }

    @Override
    GreenMail begin() {
        GreenMail prepared = new GreenMail(new ServerSetup[] {
                    new ServerSetup(smtpPort, Sockets.HOST, ServerSetup.PROTOCOL_SMTP),
                    new ServerSetup(imapPort, Sockets.HOST, ServerSetup.PROTOCOL_IMAP)
                })
                .withConfiguration(configuration());
        try {
            prepared.start();
        } catch (IllegalStateException failed) {
            throw new PartFailedException("mail did not start: " + failed.getMessage(), failed);
        }
        return prepared;
    }

    private static GreenMailConfiguration configuration() {
        GreenMailConfiguration configuration = GreenMailConfiguration.aConfig().withDisabledAuthentication();
        for (String mailbox : MAILBOXES) {
            configuration.withUser(mailbox, PASSWORD);
        }
        return configuration;
    }

    @Override
    void end(GreenMail running) {
        running.stop();
    }
}
