package io.switchboard.routing.board;

import io.smallrye.config.ConfigMapping;
import java.time.Duration;
import java.time.ZoneId;

/** How boards are kept. */
@ConfigMapping(prefix = "switchboard.board")
interface BoardConfig {

    /** In which zone a day begins and ends. */
    ZoneId zone();

    /** Who leaves unanswered sooner than this does not count as abandoned. */
    Duration abandonedSoon();

    /** How often is looked whether Redis still has the boards. */
    Duration check();

    /** How often a stream is told of changes, at most. */
    Duration push();

    /** How often a stream is told although nothing changed but time. */
    Duration pushAnyway();
}
