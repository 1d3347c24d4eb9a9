package io.switchboard.gateway.channel.webchat;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.switchboard.gateway.account.Account;
import io.switchboard.gateway.account.Secret;
import io.switchboard.gateway.world.Outside;
import io.switchboard.platform.testing.KafkaResource;
import io.switchboard.platform.testing.RedisResource;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A widget's file that would let the wrong ones sign is found when it is read. */
@QuarkusTest
@WithTestResource(KafkaResource.class)
@WithTestResource(RedisResource.class)
@WithTestResource(Outside.class)
class WidgetsTest {
    private static final String TOKEN = "0123456789abcdef0123456789abcdef";

    @Inject
    Widgets widgets;

    @Test
    void anIdentitySecretOfItsOwnIsGoodAndSoIsNone() {
        assertThatCode(() -> widgets.check(widget(null))).doesNotThrowAnyException();
        assertThatCode(() -> widgets.check(widget("f" + TOKEN.substring(1)))).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({"0123456789abcdef0123456789abcde, shorter than 32 bytes", TOKEN + ", the secret of the tokens"})
    void aShortOneAndTheTokensAreNot(String secret, String problem) {
        assertThatThrownBy(() -> widgets.check(widget(secret)))
                .hasMessageContaining("identityFile")
                .hasMessageContaining(problem)
                .hasMessageNotContaining(secret);
    }

    private static Account widget(String identity) {
        Map<String, Secret> secrets = new HashMap<>(Map.of("token", new Secret(TOKEN)));
        if (identity != null) {
            secrets.put("identity", new Secret(identity));
        }
        return new Account(
                "webchat", "shop", "acme", "main", Map.of("origins", List.of("https://shop.example")), secrets);
    }
}
