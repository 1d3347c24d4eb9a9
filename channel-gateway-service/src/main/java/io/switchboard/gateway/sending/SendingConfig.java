package io.switchboard.gateway.sending;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How hard sending tries. */
@ConfigMapping(prefix = "switchboard.sending")
public interface SendingConfig {
    /** How many replies of one channel are with its provider at once: a slow provider must not get them all. */
    @WithDefault("16")
    int perChannel();

    /** How many replies wait in memory before no more are taken from Kafka. */
    @WithDefault("2000")
    int inMemory();

    /** How long a reply is tried that the provider surely does not have. */
    @WithDefault("2m")
    Duration tryFor();

    /** The first pause between two attempts; each next one is twice as long. */
    @WithDefault("500ms")
    Duration firstPause();

    /** The longest pause. */
    @WithDefault("20s")
    Duration longestPause();

    /** How long handing over may take at most: after that, whoever began it is taken for dead. */
    @WithDefault("20s")
    Duration handOver();
}
