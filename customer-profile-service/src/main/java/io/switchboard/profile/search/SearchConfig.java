package io.switchboard.profile.search;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How search looks. */
@ConfigMapping(prefix = "switchboard.search")
public interface SearchConfig {
    /** How far back it looks when nobody says. */
    @WithDefault("P90D")
    Duration range();

    /** How long one search may take the database; a longer one is given up. */
    @WithDefault("PT2S")
    Duration patience();

    /** How often new words are entered into the indexes, so that no message has to. */
    Duration tidyEvery();
}
