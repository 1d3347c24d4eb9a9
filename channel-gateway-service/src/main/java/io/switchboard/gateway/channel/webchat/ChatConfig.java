package io.switchboard.gateway.channel.webchat;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Limits of web chat. */
@ConfigMapping(prefix = "switchboard.chat")
public interface ChatConfig {
    /** How long a browser is known again. */
    @WithDefault("30d")
    Duration tokenLifetime();

    /** How far ahead the end of a signed identity may be, in whole minutes. */
    @WithDefault("1h")
    Duration longestIdentity();

    /** Characters of one message. */
    @WithDefault("4000")
    int longestText();

    /** Messages that a visitor may send at once; as many more come back in ten seconds. */
    @WithDefault("20")
    int burst();

    /** New visitors a minute from one address. */
    @WithDefault("300")
    int visitorsPerMinute();

    /** How long replies wait for a visitor who left. */
    @WithDefault("30d")
    Duration replyLifetime();
}
