package io.switchboard.gateway.channel.webchat;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which websites a widget may be on: {@code https://www.acme.example}, or with {@code *} for any port. */
final class Origins {
    private static final String ANY_PORT = ":*";
    private static final Pattern PORT = Pattern.compile("(?::[0-9]{1,5})?");
    private static final Pattern FORM = Pattern.compile("https?://[A-Za-z0-9.-]+(?::(?:[0-9]{1,5}|\\*))?");

    private Origins() {}

    /** Tells whether {@code allowed} is something that can be compared with. */
    static boolean isForm(String allowed) {
        return FORM.matcher(allowed).matches();
    }

    /** Tells whether a page of {@code origin} may use the widget; a request without an origin is no page's. */
    static boolean allow(List<String> allowed, @Nullable String origin) {
        return origin != null && allowed.stream().anyMatch(each -> matches(each, origin));
    }

    private static boolean matches(String allowed, String origin) {
        if (!allowed.endsWith(ANY_PORT)) {
            return allowed.equalsIgnoreCase(origin);
        }
        String host = allowed.substring(0, allowed.length() - ANY_PORT.length());
        return origin.regionMatches(true, 0, host, 0, host.length())
                && PORT.matcher(origin.substring(host.length())).matches();
    }
}
