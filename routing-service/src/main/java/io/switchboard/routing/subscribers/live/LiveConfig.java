package io.switchboard.routing.subscribers.live;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How events are shown to light clients. */
@ConfigMapping(prefix = "switchboard.live")
interface LiveConfig {

    /** Events of a centre that a client can catch up on. */
    @WithDefault("10000")
    int window();

    /** After so long without an event a centre's window is forgotten. */
    @WithDefault("24h")
    Duration keep();

    /** How often this replica looks for events of a centre that somebody watches. */
    @WithDefault("200ms")
    Duration poll();

    /** A client that hears nothing for so long hears that it is still connected. */
    @WithDefault("15s")
    Duration heartbeat();

    /** A client that takes nothing for so long is let go. */
    @WithDefault("30s")
    Duration patience();

    /** Clients of this replica at a time. */
    @WithDefault("500")
    int clients();
}
