package io.switchboard.gateway.attachment;

import io.switchboard.kit.net.PublicAddress;
import java.net.InetAddress;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Which addresses a file may be fetched from: hosts on the account's list, and none of our own network unless the list
 * names that very host. Without this, whoever can write to us could make us read what only we can reach.
 */
public final class AddressRules {
    private static final Set<String> SCHEMES = Set.of("https", "http");
    private static final String ANY_BELOW = "*.";

    private AddressRules() {}

    /**
     * Tells whether the host of {@code url} is on the list.
     *
     * @param allowed hosts, {@code *.} before one for all below it; a host by its full name may be reached by http and in
     *     private ranges
     */
    public static boolean allows(URI url, List<String> allowed) {
        String scheme = url.getScheme();
        String host = url.getHost();
        if (scheme == null || host == null || url.getRawUserInfo() != null) {
            return false;
        }
        String plain = host.toLowerCase(Locale.ROOT);
        if (!SCHEMES.contains(scheme.toLowerCase(Locale.ROOT))) {
            return false;
        }
        return namesIt(plain, allowed) || (scheme.equalsIgnoreCase("https") && isBelow(plain, allowed));
    }

    /** Tells whether an address to which an allowed host resolved may be reached. */
    public static boolean allows(String host, InetAddress address, List<String> allowed) {
        return PublicAddress.is(address) || namesIt(host.toLowerCase(Locale.ROOT), allowed);
    }

    private static boolean namesIt(String host, List<String> allowed) {
        return allowed.stream().anyMatch(host::equalsIgnoreCase);
    }

    private static boolean isBelow(String host, List<String> allowed) {
        return allowed.stream()
                .filter(each -> each.startsWith(ANY_BELOW))
                .anyMatch(each -> host.endsWith(each.substring(1).toLowerCase(Locale.ROOT)));
    }
}
