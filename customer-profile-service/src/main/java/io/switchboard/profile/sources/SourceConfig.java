package io.switchboard.profile.sources;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;

/** Where the sources are. */
@ConfigMapping(prefix = "switchboard.sources")
public interface SourceConfig {
    /** The folder of source files ({@code SWITCHBOARD_SOURCES_DIR}). */
    @WithDefault("deploy/sources")
    Path dir();

    /** How often changes are told that a crash or a broker that was away left untold. */
    @WithDefault("PT30S")
    Duration tellAgainEvery();
}
