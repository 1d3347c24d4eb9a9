package io.switchboard.gateway.recovery;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How what Redis lost is brought back; every key starts with {@code switchboard.recovery}. */
@ConfigMapping(prefix = "switchboard.recovery")
interface RecoverySettings {

    /** How often it is looked whether Redis was away. */
    @WithDefault("5s")
    Duration check();

    /** More than what Redis forgets when it is killed, and more than passes until that is noticed. */
    @WithDefault("1m")
    Duration margin();
}
