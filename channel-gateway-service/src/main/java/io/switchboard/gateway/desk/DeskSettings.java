package io.switchboard.gateway.desk;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** How desks behave; every key starts with {@code switchboard.desk}. */
@ConfigMapping(prefix = "switchboard.desk")
public interface DeskSettings {

    /** Origins besides the gateway's own whose pages may use the desk's session, such as {@code https://desk.acme.example}. */
    Optional<Set<String>> allowedOrigins();

    /** How long an agent may have no open desk before routing is told that they are gone. */
    @WithDefault("30s")
    Duration absence();

    /** How often the open desks are noted in Redis, so that a crashed replica's desks are noticed; well below absence. */
    @WithDefault("5s")
    Duration heartbeat();

    /** How long open work is kept that routing says nothing more about. */
    @WithDefault("30D")
    Duration keep();

    /** How long it is remembered that an offer or work is over, so that a late event cannot bring it back. */
    @WithDefault("1H")
    Duration remember();

    /** How many desks one agent may have open at once on one replica. */
    @WithDefault("6")
    int desksPerAgent();

    /** How many requests a desk may send within a second. */
    @WithDefault("20")
    int requestsPerSecond();

    /** How many messages may wait for a slow desk before it is closed; it gets a fresh picture when it comes back. */
    @WithDefault("256")
    int waitingMessages();

    /** How long Kafka may take to acknowledge what an agent did. */
    @WithDefault("2500ms")
    Duration acknowledgement();
}
