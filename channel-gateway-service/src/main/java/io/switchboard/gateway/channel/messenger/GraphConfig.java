package io.switchboard.gateway.channel.messenger;

import io.smallrye.config.ConfigMapping;
import java.net.URI;

/** Where the Graph API is. */
@ConfigMapping(prefix = "switchboard.graph")
public interface GraphConfig {
    /** Its address without a version ({@code SWITCHBOARD_GRAPH_URL}). */
    URI url();
}
