package io.switchboard.profile.ledger;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How the ledger counts. */
@ConfigMapping(prefix = "switchboard.ledger")
public interface LedgerConfig {
    /** How long after its receipt a message is overdue that routing has not yet given a deadline. */
    @WithDefault("PT1H")
    Duration waitingLimit();

    /** How often the gauges are counted anew. */
    @WithDefault("PT15S")
    Duration gaugesEvery();
}
