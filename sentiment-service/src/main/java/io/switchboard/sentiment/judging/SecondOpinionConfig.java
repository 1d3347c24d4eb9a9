package io.switchboard.sentiment.judging;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How much a second opinion may take. */
@ConfigMapping(prefix = "switchboard.second-opinion")
interface SecondOpinionConfig {
    /** Whether there is one at all. */
    @WithDefault("true")
    boolean enabled();

    /** How much of one processor it may use on average, above 0 to 1. */
    @WithDefault("0.25")
    double share();

    /** How many texts may wait for it; beyond, those it is worth least for do without. */
    @WithDefault("64")
    int waiting();

    /** How long a text waits at most. */
    @WithDefault("250ms")
    Duration patience();

    /** From which worth on it is asked, 0 to 1. */
    @WithDefault("0.15")
    double leastWorth();
}
