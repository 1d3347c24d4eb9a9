package io.switchboard.profile.identity;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Set;

/** How it is found out who is who. */
@ConfigMapping(prefix = "switchboard.identity")
public interface IdentityConfig {
    /**
     * The channels on which an account number proves who writes. Elsewhere it makes a suggestion: who knows somebody's
     * account number could else take their place from any mailbox.
     */
    @WithDefault("post")
    Set<String> accountNumberProvesOn();

    /** How often it is looked who may be one, where something new was heard. */
    @WithDefault("PT2S")
    Duration suggestEvery();
}
