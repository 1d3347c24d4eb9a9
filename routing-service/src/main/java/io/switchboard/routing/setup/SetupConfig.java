package io.switchboard.routing.setup;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Where setups come from. */
@ConfigMapping(prefix = "switchboard.setup")
interface SetupConfig {

    /** The folder with one YAML file for each centre; without it this replica takes none. */
    Optional<Path> dir();

    /** How often the folder is looked at. */
    Duration poll();

    /** How often this replica looks for versions that are not published. */
    Duration publish();
}
