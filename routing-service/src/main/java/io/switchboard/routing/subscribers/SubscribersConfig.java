package io.switchboard.routing.subscribers;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** How webhooks are sent. */
@ConfigMapping(prefix = "switchboard.subscribers")
interface SubscribersConfig {

    /** What seals the signing secrets in the database: 32 bytes in Base64. Without it there are no webhooks. */
    Optional<String> key();

    /** Whether a subscriber may be called by plain http. */
    @WithDefault("false")
    boolean allowHttp();

    /** Whether a subscriber may be in our own network. */
    @WithDefault("false")
    boolean allowPrivate();

    /** How long a subscriber may take to answer, connecting included. */
    @WithDefault("10s")
    Duration timeout();

    /** After the first failure; it doubles with each further one. */
    @WithDefault("5s")
    Duration firstRetry();

    /** The longest pause between two tries. */
    @WithDefault("10m")
    Duration longestRetry();

    /** After this an event that fails again is a dead letter. */
    @WithDefault("72h")
    Duration keepTrying();

    /** How long what was delivered is remembered: in the log, and against reading it twice. */
    @WithDefault("24h")
    Duration keepDelivered();

    /** How long a dead letter can be sent again. */
    @WithDefault("30d")
    Duration keepDead();

    /** How long both secrets sign after one was rotated. */
    @WithDefault("24h")
    Duration secretOverlap();

    /** Requests of this replica at a time. */
    @WithDefault("32")
    int parallel();

    /** Requests to one subscriber at a time, of all replicas together. */
    @WithDefault("4")
    int parallelPerSubscription();

    /** How often a replica with nothing to do looks for something. */
    @WithDefault("500ms")
    Duration poll();

    /** Subscriptions that one centre may have. */
    @WithDefault("50")
    int perCentre();
}
