package io.switchboard.gateway.channel.messenger;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;

/** Where the Graph API is, and how often it is asked. */
@ConfigMapping(prefix = "switchboard.graph")
public interface GraphConfig {
    /** Its address without a version ({@code SWITCHBOARD_GRAPH_URL}). */
    URI url();

    /** How long sending an answer may take it; after that nobody knows whether the customer got it. */
    @WithDefault("10s")
    Duration answerWithin();

    /** How often each page is asked what was written to it. */
    @WithDefault("15m")
    Duration claimEvery();

    /** How far back it is asked at most, after an outage. */
    @WithDefault("24h")
    Duration claimSince();

    /** How old a post may be for its comments to be looked at. */
    @WithDefault("7d")
    Duration claimPosts();
}
