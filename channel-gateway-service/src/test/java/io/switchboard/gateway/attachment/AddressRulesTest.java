package io.switchboard.gateway.attachment;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressRulesTest {
    private static final List<String> ALLOWED = List.of("cdn.example", "*.fbcdn.example");

    @ParameterizedTest
    @ValueSource(strings = {"https://cdn.example/a", "http://CDN.example:81/a", "https://x.fbcdn.example/a?b=c"})
    void hostsOnTheListAreAllowed(String url) {
        assertThat(AddressRules.allows(URI.create(url), ALLOWED)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://other.example/a",
                "https://fbcdn.example/a",
                "http://x.fbcdn.example/a",
                "https://evilfbcdn.example/a",
                "https://cdn.example.evil.example/a",
                "https://cdn.example@evil.example/a",
                "https://user:pass@cdn.example/a",
                "ftp://cdn.example/a",
                "file:///etc/passwd",
                "gopher://cdn.example/",
                "//cdn.example/a",
                "https:///a",
                "https://127.0.0.1/a",
                "https://[::1]/a",
                "https://169.254.169.254/latest/meta-data"
            })
    void everythingElseIsNot(String url) {
        assertThat(AddressRules.allows(URI.create(url), ALLOWED)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "10.0.0.1",
                "172.16.0.1",
                "192.168.1.1",
                "169.254.169.254",
                "0.0.0.0",
                "100.64.0.1",
                "198.18.0.1",
                "224.0.0.1",
                "255.255.255.255",
                "::1",
                "::",
                "fe80::1",
                "fd00::1",
                "ff02::1",
                "::ffff:127.0.0.1",
                "64:ff9b::7f00:1",
                "2002:7f00:1::",
                "2001:0:1::"
            })
    void aNameThatLeadsIntoOurOwnNetworkIsNotFollowed(String address) throws Exception {
        InetAddress target = InetAddress.getByName(address);
        assertThat(AddressRules.allows("x.fbcdn.example", target, ALLOWED)).isFalse();
        assertThat(AddressRules.allows("cdn.example", target, ALLOWED)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"8.8.8.8", "93.184.216.34", "2606:4700::1"})
    void publicAddressesAre(String address) throws Exception {
        assertThat(AddressRules.allows("x.fbcdn.example", InetAddress.getByName(address), ALLOWED))
                .isTrue();
    }
}
