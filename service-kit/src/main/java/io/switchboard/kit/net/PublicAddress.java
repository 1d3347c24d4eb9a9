package io.switchboard.kit.net;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;

/**
 * Tells addresses of the public internet from those of our own network. Whoever can name an address for us to call could
 * otherwise reach what only we can reach. Ask about the address that is connected to, not about its name: a name can
 * answer differently the second time.
 */
public final class PublicAddress {
    private PublicAddress() {}

    /** Returns whether the address is one of the public internet: not ours, not reserved, and no IPv4 address in disguise. */
    public static boolean is(InetAddress address) {
        if (address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()) {
            return false;
        }
        return switch (address) {
            case Inet4Address four -> !isReserved(four.getAddress());
            case Inet6Address six -> !isUniqueLocalOrTunnel(six.getAddress());
            default -> false;
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

    /** fc00::/7, and the prefixes that carry an IPv4 address inside: 64:ff9b::/32, 2002::/16, 2001::/32, ::/32. */
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
