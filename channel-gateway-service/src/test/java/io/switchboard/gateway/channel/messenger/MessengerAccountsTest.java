package io.switchboard.gateway.channel.messenger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.switchboard.gateway.account.Account;
import io.switchboard.gateway.account.BrokenAccountException;
import io.switchboard.gateway.account.Secret;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MessengerAccountsTest {
    private final MessengerAccounts accounts = new MessengerAccounts(null);

    @Test
    void aPageIsAskedOnBothChannelsUnlessItsFileSaysElse() {
        assertThat(asked()).containsExactly("messenger", "facebook");
        assertThat(asked("messenger", "facebook")).containsExactly("messenger", "facebook");
        assertThat(asked("facebook")).containsExactly("facebook");
        assertThat(asked("none")).isEmpty();
    }

    @Test
    void whatIsNoChannelBreaksTheFile() {
        assertThatThrownBy(() -> accounts.check(page("facebok"))).isInstanceOf(BrokenAccountException.class);
        assertThatThrownBy(() -> accounts.check(page("messenger", "none"))).isInstanceOf(BrokenAccountException.class);
        assertThatCode(() -> accounts.check(page("none"))).doesNotThrowAnyException();
        assertThatCode(() -> accounts.check(page())).doesNotThrowAnyException();
    }

    private List<String> asked(String... reconcile) {
        return List.of("messenger", "facebook").stream()
                .filter(channel -> MessengerAccounts.isReconciled(page(reconcile), channel))
                .toList();
    }

    private static Account page(String... reconcile) {
        Secret secret = new Secret("x");
        return new Account(
                "messenger",
                "100200300",
                "acme",
                "main",
                reconcile.length == 0
                        ? Map.of("app", List.of("acme-app"))
                        : Map.of("app", List.of("acme-app"), "reconcile", List.of(reconcile)),
                Map.of("appSecret", secret, "verifyToken", secret, "pageToken", secret));
    }
}
