package io.switchboard.profile.insight;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How contacts are counted together. */
@ConfigMapping(prefix = "switchboard.insight")
public interface InsightConfig {
    /** How long after a contact another one of the same customer may still be about the same matter. */
    @WithDefault("P7D")
    Duration journeyWindow();

    /** How often it is looked which hours others are to be told of; {@code off} for never. */
    @WithDefault("PT1M")
    String tellEvery();

    /** How long one question may take the database; a longer one is given up. */
    @WithDefault("PT30S")
    Duration patience();
}
