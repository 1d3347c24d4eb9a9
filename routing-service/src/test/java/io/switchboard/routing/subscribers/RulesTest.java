package io.switchboard.routing.subscribers;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What needs neither database nor network. */
class RulesTest {
    private static final Instant NINE = Instant.parse("2026-03-02T09:00:00Z");
    private static final Backoff SLOWEST = new Backoff(Duration.ofSeconds(5), Duration.ofMinutes(10), () -> 1.0);

    @Test
    void aRequestIsSignedAsStandardWebhooksPublishesIt() {
        SigningSecret secret = SigningSecret.of(Base64.getDecoder().decode("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"));
        assertThat(secret.sign(
                        "msg_p5jXN8AQM9LWM0D4loKWxJek",
                        Instant.ofEpochSecond(1614265330),
                        "{\"test\": 2432232314}".getBytes(UTF_8)))
                .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
        assertThat(secret.shown()).isEqualTo("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
        assertThat(secret.toString()).doesNotContain("MfKQ");
        assertThat(SigningSecret.make().shown())
                .isNotEqualTo(SigningSecret.make().shown());
    }

    @Test
    void pausesDoubleUpToTheLongestAndAreShortenedByAQuarterAtMost() {
        assertThat(IntStream.rangeClosed(1, 9).mapToObj(SLOWEST::after).map(Duration::toSeconds))
                .containsExactly(5L, 10L, 20L, 40L, 80L, 160L, 320L, 600L, 600L);
        assertThat(SLOWEST.after(1_000_000)).isEqualTo(Duration.ofMinutes(10));
        Backoff quickest = new Backoff(Duration.ofSeconds(4), Duration.ofMinutes(10), () -> 0.0);
        assertThat(quickest.after(1)).isEqualTo(Duration.ofSeconds(3));
    }

    @ParameterizedTest
    @CsvSource({
        "200, Delivered", "204, Delivered", "299, Delivered", "410, Gone", "301, Refused", "307, Refused",
        "400, Refused", "404, Refused", "408, Unreachable", "425, Unreachable", "429, Unreachable", "500, Unreachable",
        "503, Unreachable", "100, Refused"
    })
    void anAnswerMeans(int status, String kind) {
        Attempt attempt = Attempt.answered(status);
        assertThat(attempt.getClass().getSimpleName()).isEqualTo(kind);
        assertThat(attempt.status()).isEqualTo(status);
    }

    @Test
    void whoDoesNotAnswerIsDownAtOnceAndAskedEverMoreSeldom() {
        Standing down = Standing.good(NINE).failed(true, true, false, NINE, SLOWEST);
        assertThat(down.down()).isTrue();
        assertThat(down.probeAt()).isEqualTo(NINE.plusSeconds(5));
        Standing later = down.failed(true, false, true, NINE.plusSeconds(5), SLOWEST);
        assertThat(later.probeAt()).isEqualTo(NINE.plusSeconds(15));
        assertThat(later.failingSince()).isEqualTo(NINE);
    }

    @Test
    void requestsThatWereUnderWayWhenItWentDownCountAsOneFailure() {
        Standing down = Standing.good(NINE).failed(true, true, false, NINE, SLOWEST);
        Standing straggler = down.failed(true, true, false, NINE.plusSeconds(1), SLOWEST);
        assertThat(straggler.failures()).isEqualTo(1);
        assertThat(straggler.probeAt()).isEqualTo(down.probeAt());
    }

    @Test
    void oneRefusedEventSaysNothingOfItsSubscriberButTenDifferentOnesDo() {
        Standing standing = Standing.good(NINE);
        for (int again = 0; again < 50; again++) {
            standing = standing.failed(false, again == 0, false, NINE, SLOWEST);
        }
        assertThat(standing.down()).isFalse();
        for (int other = 0; other < 8; other++) {
            standing = standing.failed(false, true, false, NINE, SLOWEST);
        }
        assertThat(standing.down()).isFalse();
        assertThat(standing.failed(false, true, false, NINE, SLOWEST).down()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://example.com/",
                "ftp://example.com/",
                "file:///etc/passwd",
                "//example.com/",
                "example.com",
                "https:///path",
                "https://user:pass@example.com/",
                "https://example.com/#part",
                "https://exa mple.com/",
                "https://127.0.0.1/",
                "https://10.1.2.3/",
                "https://169.254.169.254/latest",
                "https://[::1]/",
                "https://[fd00::1]/",
                "https://[::ffff:10.0.0.1]/",
                "https://0/",
                "https://2130706433/",
                "https://127.1/",
                "javascript:alert(1)",
                ""
            })
    void someAddressesNoSubscriberMayHave(String url) {
        assertThatThrownBy(() -> new Targets(false, false).check(url)).isInstanceOf(Targets.NotAllowedException.class);
    }

    @Test
    void anAddressMayNotBeEndless() {
        assertThatThrownBy(() -> new Targets(false, false).check("https://example.com/" + "a".repeat(2000)))
                .hasMessageContaining("2000");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://example.com", "HTTPS://Example.com:8443/a/b?c=d", "https://8.8.8.8/"})
    void theInternetByHttpsIsAllowed(String url) throws Exception {
        assertThat(new Targets(false, false).check(url)).hasToString(url);
    }

    @Test
    void whatIsNewerThanThisServiceCanNotBeAskedFor() {
        assertThat(EventKinds.unknown(java.util.List.of("work-offered", "priority-raised", "work-teleported", "test")))
                .containsExactly("work-teleported", "test");
    }
}
