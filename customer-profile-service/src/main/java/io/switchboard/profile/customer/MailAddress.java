package io.switchboard.profile.customer;

import java.net.IDN;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Mail addresses that can be. */
final class MailAddress {
    private static final int LONGEST = 254;
    private static final int LONGEST_LOCAL_PART = 64;
    private static final Pattern LOCAL_PART = Pattern.compile("[^\\s@\"<>(),:;\\\\\\p{Cntrl}]+");
    private static final Pattern DOMAIN =
            Pattern.compile("(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])");

    private MailAddress() {}

    /**
     * Returns the form in which mail addresses are compared: without case, the domain as DNS writes it; empty when it
     * can't be a mail address.
     */
    static Optional<String> normal(String written) {
        int at = written.lastIndexOf('@');
        if (at < 1 || at > LONGEST_LOCAL_PART || written.length() > LONGEST) {
            return Optional.empty();
        }
        String local = written.substring(0, at);
        return LOCAL_PART.matcher(local).matches()
                ? domain(written.substring(at + 1)).map(domain -> local.toLowerCase(Locale.ROOT) + "@" + domain)
                : Optional.empty();
    }

    private static Optional<String> domain(String written) {
        try {
            String ascii = IDN.toASCII(written).toLowerCase(Locale.ROOT);
            return DOMAIN.matcher(ascii).matches() ? Optional.of(ascii) : Optional.empty();
        } catch (IllegalArgumentException impossible) {
            return Optional.empty();
        }
    }
}
