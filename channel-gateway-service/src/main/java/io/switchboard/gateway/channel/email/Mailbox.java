package io.switchboard.gateway.channel.email;

import io.switchboard.gateway.account.Account;
import io.switchboard.gateway.account.BrokenAccountException;
import io.switchboard.gateway.account.Secret;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.util.Properties;
import org.eclipse.angus.mail.imap.IMAPStore;

/**
 * A mailbox as its account's file describes it.
 *
 * @param account the account
 * @param imap where mail comes from
 * @param smtp where mail goes to
 * @param login the name to sign in with
 * @param password the password to sign in with
 */
record Mailbox(Account account, Server imap, Server smtp, String login, Secret password) {
    private static final int CONNECT_MILLIS = 2000;
    private static final int ANSWER_MILLIS = 10_000;

    /**
     * A mail server.
     *
     * @param security {@code tls}, {@code starttls}, or {@code none}
     */
    record Server(String host, int port, String security) {}

    /**
     * Reads an account's settings.
     *
     * @throws BrokenAccountException when one is missing or wrong
     */
    static Mailbox of(Account account) {
        if (!account.address().contains("@")) {
            throw new BrokenAccountException("address", "is not a mail address");
        }
        return new Mailbox(
                account,
                server(account, "imap"),
                server(account, "smtp"),
                account.required("login"),
                account.secret("password"));
    }

    private static Server server(Account account, String protocol) {
        String security = account.setting(protocol + "Security").orElse("tls");
        return switch (security) {
            case "tls", "starttls", "none" ->
                new Server(account.required(protocol + "Host"), account.requiredNumber(protocol + "Port"), security);
            default -> throw new BrokenAccountException(protocol + "Security", "is not tls, starttls or none");
        };
    }

    /** Connects to where mail comes from. */
    IMAPStore connect() throws MessagingException {
        IMAPStore store = (IMAPStore) Session.getInstance(properties("imap")).getStore("imap");
        store.connect(imap.host(), imap.port(), login, password.reveal());
        return store;
    }

    /** Returns the domain of the address. */
    String domain() {
        return account.address().substring(account.address().lastIndexOf('@') + 1);
    }

    /** Returns the mail library's settings for {@code imap} or {@code smtp}: nothing waits for ever. */
    Properties properties(String protocol) {
        Server server = protocol.equals("imap") ? imap : smtp;
        Properties properties = new Properties();
        String prefix = "mail." + protocol + ".";
        properties.put(prefix + "connectiontimeout", String.valueOf(CONNECT_MILLIS));
        properties.put(prefix + "timeout", String.valueOf(ANSWER_MILLIS));
        properties.put(prefix + "writetimeout", String.valueOf(ANSWER_MILLIS));
        properties.put(prefix + "ssl.enable", String.valueOf(server.security().equals("tls")));
        properties.put(prefix + "ssl.checkserveridentity", "true");
        properties.put(
                prefix + "starttls.enable", String.valueOf(server.security().equals("starttls")));
        properties.put(
                prefix + "starttls.required", String.valueOf(server.security().equals("starttls")));
        properties.put(prefix + "partialfetch", "false");
        properties.put(prefix + "peek", "true");
        properties.put("mail.smtp.auth", "true");
        return properties;
    }
}
