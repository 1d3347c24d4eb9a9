package io.switchboard.routing.subscribers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretSealTest {
    private final UUID subscription = UUID.randomUUID();
    private final SigningSecret secret = SigningSecret.make();
    private final SecretSeal seal = new SecretSeal(config(Base64.getEncoder().encodeToString(new byte[32])));

    @Test
    void whatIsSealedOpensAndDoesNotShowTheSecret() {
        String sealed = seal.seal(subscription, secret);
        assertThat(seal.open(subscription, sealed).shown()).isEqualTo(secret.shown());
        assertThat(seal.seal(subscription, secret)).isNotEqualTo(sealed);
    }

    @Test
    void itOpensForNoOtherSubscriptionAndWithNoOtherKey() {
        String sealed = seal.seal(subscription, secret);
        assertThatThrownBy(() -> seal.open(UUID.randomUUID(), sealed)).isInstanceOf(IllegalStateException.class);
        byte[] other = new byte[32];
        other[31] = 1;
        var otherKey = new SecretSeal(config(Base64.getEncoder().encodeToString(other)));
        assertThatThrownBy(() -> otherKey.open(subscription, sealed)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aChangedBitDoesNotOpen() {
        byte[] sealed = Base64.getDecoder().decode(seal.seal(subscription, secret));
        for (int at = 0; at < sealed.length; at++) {
            sealed[at] ^= 1;
            String changed = Base64.getEncoder().encodeToString(sealed);
            assertThatThrownBy(() -> seal.open(subscription, changed)).isInstanceOf(IllegalStateException.class);
            sealed[at] ^= 1;
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "not base64!", "c2hvcnQ=", "dGVzdHMgc2VhbCB3aXRoIDMyIGJ5dGVzIGxpa2UgdHMx"})
    void withoutAKeyOf32BytesNothingIsSealed(String key) {
        var without = new SecretSeal(config(key));
        assertThat(without.ready()).isFalse();
        assertThatThrownBy(() -> without.seal(subscription, secret)).isInstanceOf(IllegalStateException.class);
    }

    static SubscribersConfig config(String key) {
        return new SmallRyeConfigBuilder()
                .withMapping(SubscribersConfig.class)
                .withConverter(java.time.Duration.class, 200, new io.quarkus.runtime.configuration.DurationConverter())
                .withDefaultValues(key.isEmpty() ? Map.of() : Map.of("switchboard.subscribers.key", key))
                .build()
                .getConfigMapping(SubscribersConfig.class);
    }
}
