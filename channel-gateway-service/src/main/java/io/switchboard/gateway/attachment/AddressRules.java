package io.switchboard.gateway.attachment;

import java.net.Inet4Address;
import java.net.Inet6Address;
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
        return !isPrivate(address) || namesIt(host.toLowerCase(Locale.ROOT), allowed);
    }

    private static boolean namesIt(String host, List<String> allowed) {
        return allowed.stream().anyMatch(host::equalsIgnoreCase);
    }

    private static boolean isBelow(String host, List<String> allowed) {
        return allowed.stream()
                .filter(each -> each.startsWith(ANY_BELOW))
                .anyMatch(each -> host.endsWith(each.substring(1).toLowerCase(Locale.ROOT)));
    }

    private static boolean isPrivate(InetAddress address) {
        if (address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()) {
            return true;
        }
        return switch (address) {
            case Inet4Address four -> isReserved(four.getAddress());
            case Inet6Address six -> isUniqueLocalOrTunnel(six.getAddress());
            default -> true;
        };
    }

    /** 0/8, 100.64/10 (carriers), 192.0.0/24, 198.18/15 (benchmarks) and 240/4 with broadcast. */
    private static boolean isReserved(byte[] bytes) {
        int first = bytes[0] & 0xff;
        int second = bytes[1] & 0xff;
        return first == 0
                || (first == 100 && (second & 0xc0) == 64)
                || (first == 192 && second == 0 && bytes[2] == 0)
                || (first == 198 && (second & 0xfe) == 18)
                || first >= 240;
    }

    /** fc00::/7, and the prefixes that carry an IPv4 address inside: 64:ff9b::/96, 2002::/16, 2001::/32, ::/96. */
    private static boolean isUniqueLocalOrTunnel(byte[] bytes) {
        int first = bytes[0] & 0xff;
        int second = bytes[1] & 0xff;
        int secondWord = (bytes[2] & 0xff) << 8 | (bytes[3] & 0xff);
        return (first & 0xfe) == 0xfc
                || (first == 0 && second == 0)
                || (first == 0 && second == 0x64 && secondWord == 0xff9b)
                || (first == 0x20 && second == 0x02)
                || (first == 0x20 && second == 0x01 && secondWord == 0);
    }
}
